package vn.anttmap.incident;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Jurisdictions;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.territory.VietnamTime;

/** Which commune's register holds an incident that an account marks. */
@Component
class HoldingRegister {

    private final Territory territory;
    private final Jurisdictions jurisdictions;
    private final IncidentSettings settings;

    HoldingRegister(Territory territory, Jurisdictions jurisdictions, IncidentSettings settings) {
        this.territory = territory;
        this.jurisdictions = jurisdictions;
        this.settings = settings;
    }

    /** A commune's register, and whether the place lies outside the officer's territory. */
    record Held(long communeId, boolean nearBorder) {}

    /** @throws UserProblem of kind FORBIDDEN where the place is too far outside the account's territory */
    Held of(AccountView account, CheckedDraft draft) {
        LocalDate day = VietnamTime.dayOf(draft.occurredAt());
        Optional<Unit> commune = territory
                .unitAt(UnitLevel.COMMUNE, draft.position(), day)
                .filter(unit -> jurisdictions.of(account).contains(unit.id()));
        if (commune.isPresent()) {
            return new Held(commune.get().id(), false);
        }
        return territory
                .nearestCommune(account, draft.position(), day, settings.nearBorderMeters())
                .map(unit -> new Held(unit.id(), true))
                .orElseThrow(() -> outside(account, draft, day));
    }

    /** The account's commune nearest to an incident near the border. */
    Optional<Long> nearest(AccountView account, Incident incident) {
        return territory
                .nearestCommune(account, incident.position(), incident.localDate(), settings.nearBorderMeters())
                .map(Unit::id);
    }

    private UserProblem outside(AccountView account, CheckedDraft draft, LocalDate day) {
        double meters = territory.locate(account, draft.position(), day, 0).distanceOutsideMeters();
        long kilometers = Double.isInfinite(meters) ? -1 : Math.round(meters / 1000);
        return UserProblem.of(
                        Kind.FORBIDDEN,
                        kilometers < 0 ? "incident-far-outside" : "incident-outside",
                        kilometers,
                        Math.round(settings.nearBorderMeters()))
                .at("longitude", draft.position().getX());
    }
}
