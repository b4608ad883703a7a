package vn.anttmap.incident;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.anttmap.access.AccountView;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Jurisdictions;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/**
 * Puts incidents into an area by hand: those whose place lies near the border or in no residential area. From then on the
 * incident counts there, whatever its place says, and the commune of the area holds it in its register.
 */
@Service
public class IncidentAssignments {

    private final IncidentRegister register;
    private final HoldingRegister holder;
    private final IncidentPlacements placements;
    private final Territory territory;
    private final Jurisdictions jurisdictions;

    IncidentAssignments(
            IncidentRegister register,
            HoldingRegister holder,
            IncidentPlacements placements,
            Territory territory,
            Jurisdictions jurisdictions) {
        this.register = register;
        this.holder = holder;
        this.placements = placements;
        this.territory = territory;
        this.jurisdictions = jurisdictions;
    }

    /**
     * @param areaId a residential area or commune of the account's territory, valid on the day of the incident
     * @param basedOn version the caller has seen, or null
     * @param reason needed where the record is closed
     * @throws UserProblem if the area is none of these, or somebody else was faster
     */
    public IncidentView assign(
            AccountView account, UUID id, long areaId, @Nullable Long basedOn, @Nullable String reason, Locale locale) {
        return register.change(
                account,
                id,
                basedOn,
                new IncidentWriter.Step(
                        IncidentWritten.Change.ASSIGNED,
                        reason,
                        incident -> !Objects.equals(incident.assignedAreaId(), areaId),
                        (incident, now) -> {
                            Unit area = area(account, areaId, incident.localDate());
                            long communeId = territory
                                    .ancestor(area, UnitLevel.COMMUNE)
                                    .map(Unit::id)
                                    .orElseThrow(() -> notAssignable(areaId, incident.localDate()));
                            incident.assign(areaId, communeId, now);
                            placements.resolve(incident);
                        }),
                locale);
    }

    /**
     * Gives an incident back to the area that its place lies in.
     *
     * @param reason needed where the record is closed
     */
    public IncidentView release(
            AccountView account, UUID id, @Nullable Long basedOn, @Nullable String reason, Locale locale) {
        return register.change(
                account,
                id,
                basedOn,
                new IncidentWriter.Step(
                        IncidentWritten.Change.ASSIGNED,
                        reason,
                        incident -> incident.assignedAreaId() != null,
                        (incident, now) -> {
                            incident.assign(null, ownRegister(account, incident), now);
                            placements.resolve(incident);
                        }),
                locale);
    }

    private Unit area(AccountView account, long areaId, LocalDate day) {
        return territory
                .find(areaId)
                .filter(unit -> unit.level() == UnitLevel.RESIDENTIAL_AREA || unit.level() == UnitLevel.COMMUNE)
                .filter(unit -> unit.validity().contains(day))
                .filter(unit -> jurisdictions.of(account).contains(unit.id()))
                .orElseThrow(() -> notAssignable(areaId, day));
    }

    private static UserProblem notAssignable(long areaId, LocalDate day) {
        return UserProblem.of(Kind.UNPROCESSABLE, "assignment-area-unknown", day)
                .at("areaId", areaId);
    }

    /** The commune that held it before somebody assigned it: the place's own, or for a mark near the border the nearest. */
    private long ownRegister(AccountView account, Incident incident) {
        if (incident.nearBorder()) {
            return holder.nearest(account, incident).orElseGet(incident::registerCommuneId);
        }
        Unit commune = territory
                .unitAt(UnitLevel.COMMUNE, incident.position(), incident.localDate())
                .orElseThrow(() -> UserProblem.of(Kind.CONFLICT, "assignment-not-yours", incident.getId()));
        if (!jurisdictions.of(account).contains(commune.id())) {
            throw UserProblem.of(Kind.FORBIDDEN, "assignment-not-yours", incident.getId());
        }
        return commune.id();
    }
}
