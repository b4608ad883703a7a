package vn.anttmap.density.hotspot;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.anttmap.density.DensityReport;
import vn.anttmap.density.grid.GridOutline;

/**
 * Where incidents concentrate, and how sure that is.
 *
 * @param level a level of density without the roads, or {@code hexagons}, {@code squares}
 * @param years days / 365.25
 * @param total incidents of the period that the account may see
 * @param notCounted those of them that stand in no area of the list
 * @param restrictedExcluded whether incidents of restricted categories are left out
 * @param leftOut areas without a figure, by name
 * @param partialCells cells of a grid less than half of which lies on covered ground: they are left out as well
 * @param warnings {@code few-areas} (under 30), {@code few-incidents} (under 60), {@code few-permutations} (so few that
 *     not even a tenth of the areas together would stay significant after the correction): the result stands on little
 * @param classes how many areas of each class, by key, all classes that the method knows
 * @param summary a sentence on the result in the caller's language
 * @param methodText sentences on method, settings, sample and correction in the caller's language
 */
public record HotSpotReport(
        String level,
        LocalDate from,
        LocalDate to,
        int days,
        double years,
        LocalDate boundaryDay,
        Settings settings,
        Sample sample,
        int total,
        DensityReport.NotCounted notCounted,
        boolean restrictedExcluded,
        List<LeftOut> leftOut,
        int partialCells,
        List<String> warnings,
        Map<String, Integer> classes,
        String summary,
        String methodText,
        List<Area> areas) {

    /**
     * What was used, defaults filled in.
     *
     * @param method {@code gi-star}, {@code gi}, {@code local-moran}
     * @param weights {@code queen}, {@code rook}, {@code distance}, {@code nearest}
     * @param distanceM null unless by distance
     * @param neighbours null unless the nearest
     * @param permutations 0: p-values of the normal distribution
     * @param correction {@code fdr}, {@code none}
     * @param basis {@code count}, {@code perSqKm}, {@code per1000}
     * @param sizeM of a grid
     * @param confidence per cent from which an area is a hot or cold spot, or a cluster
     */
    public record Settings(
            String method,
            String weights,
            @Nullable Double distanceM,
            @Nullable Integer neighbours,
            int permutations,
            long seed,
            String correction,
            String basis,
            @Nullable Integer sizeM,
            int confidence) {}

    /**
     * @param areas with a value
     * @param judged those of them that could be judged
     * @param islands those without neighbours
     * @param incidents counted in the areas
     */
    public record Sample(int areas, int judged, int islands, double meanNeighbours, int incidents) {}

    /** @param reason {@code register}, {@code boundary}, {@code area}, {@code population} */
    public record LeftOut(long id, String fullName, String reason) {}

    /**
     * @param id number of a unit or id of a cell
     * @param name null for a cell
     * @param count incidents
     * @param value what is compared, in the unit of the basis
     * @param neighbours how many
     * @param z standard deviate; null where not judged
     * @param pAnalytic two-sided, of the normal distribution
     * @param pPermutation two-sided, of conditional permutations; null without any
     * @param pCorrected what decides
     * @param category the class by key, such as {@code hot-95}, {@code high-high}, {@code not-significant}, {@code not-judged};
     *     those below the confidence asked for are signs, no spots
     * @param quadrant of local Moran, whether significant or not: {@code high-high} …
     * @param sentence the area in words, in the caller's language
     * @param verdict the same without its name and count
     * @param unstable fewer than five incidents
     * @param geometry of a cell; null for a unit
     */
    public record Area(
            String id,
            @Nullable String name,
            @Nullable String fullName,
            @Nullable String parentName,
            int count,
            double value,
            int neighbours,
            @Nullable Double z,
            @Nullable Double pAnalytic,
            @Nullable Double pPermutation,
            @Nullable Double pCorrected,
            String category,
            @Nullable String quadrant,
            String sentence,
            String verdict,
            boolean unstable,
            @Nullable GridOutline geometry) {}
}
