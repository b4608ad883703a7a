package vn.anttmap.density.hotspot;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.anttmap.density.DensityReport;
import vn.anttmap.density.grid.GridOutline;
import vn.anttmap.density.statistics.SpatialWeights;

/**
 * The areas that are compared, whatever they are.
 *
 * @param neighbourhood finds the neighbours of the members, in their order
 */
record HotSpotSample(
        String level,
        @Nullable Integer sizeM,
        HotSpotSettings.Basis basis,
        List<Member> members,
        Neighbourhood neighbourhood,
        int total,
        DensityReport.NotCounted notCounted,
        boolean restrictedExcluded,
        List<HotSpotReport.LeftOut> leftOut,
        int partialCells) {

    record Member(
            String id,
            @Nullable String name,
            @Nullable String fullName,
            @Nullable String parentName,
            int count,
            double value,
            @Nullable GridOutline outline) {}

    /** @param distanceM null unless by distance */
    record Neighbours(SpatialWeights weights, @Nullable Double distanceM) {}

    @FunctionalInterface
    interface Neighbourhood {
        Neighbours find(HotSpotSettings settings);
    }

    double[] values() {
        return members.stream().mapToDouble(Member::value).toArray();
    }

    int incidents() {
        return members.stream().mapToInt(Member::count).sum();
    }
}
