package vn.anttmap.boundarychange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import vn.anttmap.territory.NewState.Follows;
import vn.anttmap.territory.Population;
import vn.anttmap.territory.UnitKind;
import vn.anttmap.territory.UnitLevel;

/**
 * A state that a change would begin.
 *
 * @param number from 0, in the order in which the states begin; decides between two that share a border
 * @param parentId the unit it belongs to; null where that begins with the same change
 * @param parentNumber number of that; null where the parent stays
 * @param boundary EPSG:4326; null where none is held
 */
record Draft(
        int number,
        UnitLevel level,
        UnitKind kind,
        @Nullable String code,
        String name,
        String fullName,
        @Nullable Long parentId,
        @Nullable Integer parentNumber,
        List<Follows> follows,
        @Nullable Double officialAreaSqKm,
        @Nullable String officialAreaSource,
        @Nullable Integer households,
        @Nullable String householdsSource,
        List<Population> population,
        boolean synthetic,
        @Nullable String syntheticNote,

        @JsonSerialize(using = HexGeometry.Writer.class) @JsonDeserialize(using = HexGeometry.Reader.class) @Nullable MultiPolygon boundary) {}
