package vn.anttmap.ogcapi;

import static vn.anttmap.ogcapi.Property.Type.BOOLEAN;
import static vn.anttmap.ogcapi.Property.Type.DATE;
import static vn.anttmap.ogcapi.Property.Type.INTEGER;
import static vn.anttmap.ogcapi.Property.Type.STRING;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.geo.Extent;
import vn.anttmap.geo.Feature;
import vn.anttmap.movement.SecurityTeams;
import vn.anttmap.territory.VietnamTime;

/** Security teams: few enough to be read at once. */
@Component
class TeamSource extends MemorySource<Feature> {

    private static final List<Column<Feature>> COLUMNS = List.of(
            column(new Property("name", STRING, true, true)),
            column(new Property("kind", STRING, true, true)),
            column(new Property("kindLabel", STRING, false, false)),
            column(new Property("memberCount", INTEGER, true, true)),
            column(new Property("areaId", INTEGER, true, true)),
            column(new Property("areaName", STRING, true, true)),
            column(new Property("validFrom", DATE, true, true)),
            column(new Property("validTo", DATE, true, true)),
            column(new Property("synthetic", BOOLEAN, true, true)));

    private final SecurityTeams teams;
    private final Clock clock;

    TeamSource(SecurityTeams teams, Clock clock, PropertyQueryables queryables) {
        super(queryables);
        this.teams = teams;
        this.clock = clock;
    }

    private static Column<Feature> column(Property property) {
        return new Column<>(property, (team, locale) -> team.properties().get(property.name()));
    }

    @Override
    public List<CollectionId> collections() {
        return List.of(CollectionId.SECURITY_TEAMS);
    }

    @Override
    List<Column<Feature>> columns(CollectionId collection) {
        return COLUMNS;
    }

    @Override
    public String geometryType(AccountView account, CollectionId collection) {
        return "point";
    }

    @Override
    List<Feature> list(
            AccountView account,
            CollectionId collection,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Envelope box,
            Locale locale) {
        return teams.features(account, from, to, locale);
    }

    @Override
    Optional<Feature> find(AccountView account, CollectionId collection, long id, Locale locale) {
        return teams.find(account, id, locale);
    }

    @Override
    long id(Feature team) {
        return team.id();
    }

    @Override
    @Nullable Geometry geometry(Feature team) {
        return team.geometry();
    }

    @Override
    @Nullable Extent extent(Feature team) {
        Geometry place = team.geometry();
        return place == null || place.isEmpty() ? null : Extent.of(place);
    }

    @Override
    LocalDate today() {
        return VietnamTime.today(clock);
    }
}
