package vn.anttmap.incident;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.territory.UnitRef;

/** Turns stored incidents into what an account may see of them. */
@Component
class IncidentViews {

    private final IncidentPlacements placements;
    private final IncidentCategories categories;
    private final Territory territory;
    private final PhotoTable photos;
    private final IncidentSettings settings;

    IncidentViews(
            IncidentPlacements placements,
            IncidentCategories categories,
            Territory territory,
            PhotoTable photos,
            IncidentSettings settings) {
        this.placements = placements;
        this.categories = categories;
        this.territory = territory;
        this.photos = photos;
        this.settings = settings;
    }

    List<IncidentView> of(IncidentScope scope, Collection<Incident> incidents, Locale locale) {
        List<UUID> ids = incidents.stream().map(Incident::getId).toList();
        Map<UUID, List<Long>> units = placements.unitsOf(ids);
        Map<UUID, List<Long>> roads = placements.roadsOf(ids);
        Map<UUID, List<IncidentPhoto>> pictures = picturesOf(scope.account(), ids);
        Map<String, IncidentCategory> known = categories.all();
        return incidents.stream()
                .map(incident -> view(
                        scope.account(),
                        incident,
                        incident.version(),
                        units.getOrDefault(incident.getId(), List.of()),
                        roads.getOrDefault(incident.getId(), List.of()),
                        pictures.getOrDefault(incident.getId(), List.of()),
                        known,
                        locale))
                .toList();
    }

    IncidentView of(IncidentScope scope, Incident incident, Locale locale) {
        return of(scope, List.of(incident), locale).get(0);
    }

    /** A past state: its units and roads are those around the place it had then. */
    IncidentView past(IncidentScope scope, Incident state, long version, Locale locale) {
        return view(
                scope.account(),
                state,
                version,
                placements.unitsAround(state).stream().map(Unit::id).toList(),
                placements.roadsAround(state).stream()
                        .map(near -> near.road().id())
                        .toList(),
                List.of(),
                categories.all(),
                locale);
    }

    private Map<UUID, List<IncidentPhoto>> picturesOf(AccountView account, List<UUID> ids) {
        boolean shown =
                settings.photos() && account.has(Right.SEE_INCIDENT_POINTS) && account.has(Right.SEE_INCIDENT_NOTES);
        return shown ? photos.of(ids) : Map.of();
    }

    private IncidentView view(
            AccountView account,
            Incident incident,
            long version,
            List<Long> unitIds,
            List<Long> roadIds,
            List<IncidentPhoto> pictures,
            Map<String, IncidentCategory> known,
            Locale locale) {
        boolean english = "en".equals(locale.getLanguage());
        boolean points = account.has(Right.SEE_INCIDENT_POINTS);
        IncidentCategory category = known.get(incident.category());
        IncidentCategory.SeverityGrade severity = category == null ? null : category.severity(incident.severity());
        UnitRef commune = unitOn(incident, unitIds, UnitLevel.COMMUNE);
        return new IncidentView(
                incident.getId(),
                points ? incident.position().getX() : null,
                points ? incident.position().getY() : null,
                key(incident.placeAccuracy()),
                incident.occurredAt(),
                incident.occurredUntil(),
                incident.reportedAt(),
                incident.category(),
                category == null ? incident.category() : category.name(english),
                incident.severity(),
                severity == null ? null : english ? severity.nameEn() : severity.nameVi(),
                incident.majorCase(),
                incident.personsInvolved(),
                incident.dead(),
                incident.injured(),
                incident.damageDong(),
                incident.handlingLevel().key(),
                incident.state().key(),
                incident.state().closed(),
                account.has(Right.SEE_INCIDENT_NOTES) ? incident.note() : null,
                incident.noteRedactedAt(),
                commune != null ? commune : register(incident),
                unitOn(incident, unitIds, UnitLevel.RESIDENTIAL_AREA),
                points ? road(incident, roadIds) : null,
                pictures,
                incident.nearBorder(),
                incident.assignedAreaId() != null,
                incident.withdrawn(),
                incident.createdBy().equals(account.username()),
                version,
                incident.changedAt(),
                incident.synthetic());
    }

    private @Nullable UnitRef unitOn(Incident incident, List<Long> unitIds, UnitLevel level) {
        return unitIds.stream()
                .map(territory::find)
                .flatMap(Optional::stream)
                .filter(unit -> unit.level() == level && unit.validity().contains(incident.localDate()))
                .map(Unit::ref)
                .findFirst()
                .orElse(null);
    }

    private @Nullable UnitRef register(Incident incident) {
        return territory.find(incident.registerCommuneId()).map(Unit::ref).orElse(null);
    }

    private IncidentView.@Nullable RoadRef road(Incident incident, List<Long> roadIds) {
        return roadIds.stream()
                .map(territory::findRoad)
                .flatMap(Optional::stream)
                .filter(road -> road.validity().contains(incident.localDate()))
                .map(road -> new IncidentView.RoadRef(road.id(), road.name()))
                .findFirst()
                .orElse(null);
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
