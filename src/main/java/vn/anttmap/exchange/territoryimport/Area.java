package vn.anttmap.exchange.territoryimport;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiPolygon;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitKind;

/** One feature on its way through the checks, or one area on record that the file does not have any more. */
final class Area {

    /** What would become of it. */
    enum Status {
        ADDED,
        CHANGED,
        UNCHANGED,
        ENDED,
        REFUSED
    }

    /** In the file, from 1; 0 for an area on record that is not in the file. */
    final int number;

    final AreaName.Split name;
    final @Nullable String code;
    final @Nullable Integer households;
    final @Nullable Integer population;
    final @Nullable MultiPolygon geometry;
    final List<GeometryRepair.Step> repairs;
    final List<Issue> issues = new ArrayList<>();

    @Nullable UnitKind kind;

    @Nullable Unit commune;

    /** The area on record that it is. */
    @Nullable Unit before;

    /** What differs from that: boundary, name, kind, code, households, population. */
    final List<String> differences = new ArrayList<>();

    Status status = Status.ADDED;

    /** Names of areas that it follows, as the file says; empty where it says nothing. */
    String followed = "";

    /** What else it follows, by merger or split. */
    final List<LinkGuess.Link> links = new ArrayList<>();

    private @Nullable Coordinate middle;
    private @Nullable Called called;

    /** What it is called with a kind: asked for again and again, and dear to work out. */
    private record Called(@Nullable UnitKind kind, String fullName, String folded) {}

    Area(
            int number,
            AreaName.Split name,
            @Nullable UnitKind kind,
            @Nullable String code,
            @Nullable Integer households,
            @Nullable Integer population,
            @Nullable MultiPolygon geometry,
            List<GeometryRepair.Step> repairs) {
        this.number = number;
        this.name = name;
        this.kind = kind;
        this.code = code;
        this.households = households;
        this.population = population;
        this.geometry = geometry;
        this.repairs = repairs;
    }

    boolean refused() {
        return issues.stream().anyMatch(Issue::refuses);
    }

    /** As people read it. */
    String fullName() {
        return called().fullName();
    }

    /** Full name as names are compared, see {@link VietnameseText#fold}. */
    String foldedName() {
        return called().folded();
    }

    private Called called() {
        Called known = called;
        if (known == null || known.kind() != kind) {
            String fullName = kind == null ? name.name() : name.fullName(kind);
            known = new Called(kind, fullName, VietnameseText.fold(fullName));
            called = known;
        }
        return known;
    }

    /** Deep inside it, EPSG:4326. */
    @Nullable Coordinate middle() {
        if (middle == null && geometry != null && !geometry.isEmpty()) {
            middle = geometry.getInteriorPoint().getCoordinate();
        }
        return middle;
    }
}
