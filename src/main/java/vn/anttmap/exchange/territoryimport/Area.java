package vn.anttmap.exchange.territoryimport;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiPolygon;
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
        return kind == null ? name.name() : name.fullName(kind);
    }

    @Nullable Coordinate middle() {
        return geometry == null || geometry.isEmpty()
                ? null
                : geometry.getInteriorPoint().getCoordinate();
    }
}
