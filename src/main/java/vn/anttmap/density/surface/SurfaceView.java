package vn.anttmap.density.surface;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.anttmap.territory.UnitRef;

/**
 * What a surface says of itself. The picture at {@code surface.png}, the contours at {@code surface.geojson} and the grid
 * at {@code surface.tif} take the same parameters.
 *
 * @param source {@code points}: exact and street places; {@code residential-areas}: counts of residential areas, each
 *     spread evenly over its ground
 * @param from first calendar day in Vietnam
 * @param to last calendar day in Vietnam, included
 * @param years days / 365.25
 * @param boundaryDay the day whose units the ground is made of
 * @param within the unit that was asked for; null for all that the account may see
 * @param kernel {@code quartic} or {@code gaussian}
 * @param correction {@code diggle} or {@code uniform}
 * @param bandwidthM standard deviation of the kernel along each axis, metres
 * @param bandwidthRule {@code scott}, or {@code hand}
 * @param bandwidthLimited whether the rule asked for more or less than is allowed
 * @param reachM how far an incident is felt, metres
 * @param crs system of the grid, such as {@code EPSG:5897}
 * @param extentM west, south, east, north of the grid in that system
 * @param bounds west, south, east, north of the picture in EPSG:4326
 * @param picture pixels of the picture, evenly in EPSG:3857
 * @param maximum highest value, incidents per km² and year
 * @param mass what the surface comes to over ground and period; {@code used} where the correction is {@code diggle}
 * @param used incidents the surface was made from
 * @param total incidents of the period on the ground that was asked for
 * @param leftOut those of them that are not in the surface
 * @param restrictedExcluded whether incidents of restricted categories are left out
 * @param areas how many communes or residential areas the ground is made of
 * @param uncovered units that were asked for where the register is not complete: "không đủ số liệu"
 * @param breaks limits between the classes, to ask for the same ones in another period
 * @param classes lowest first; what is below the lowest is transparent
 * @param sentence all of this in words, in the language of the request
 */
public record SurfaceView(
        String source,
        LocalDate from,
        LocalDate to,
        int days,
        double years,
        LocalDate boundaryDay,
        @Nullable UnitRef within,
        String kernel,
        String correction,
        double bandwidthM,
        String bandwidthRule,
        boolean bandwidthLimited,
        double reachM,
        String crs,
        double cellSizeM,
        int columns,
        int rows,
        List<Double> extentM,
        List<Double> bounds,
        Picture picture,
        double maximum,
        double mass,
        int used,
        int total,
        LeftOut leftOut,
        boolean restrictedExcluded,
        int areas,
        List<UnitRef> uncovered,
        List<Double> breaks,
        List<SurfaceClassView> classes,
        String sentence) {

    /** Pixels. */
    public record Picture(int width, int height) {}

    /**
     * @param tooInexact place not exact enough
     * @param outside near the border, outside the ground, or where the register is not complete
     */
    public record LeftOut(int tooInexact, int outside) {}

    /**
     * @param from incidents per km² and year, excluded
     * @param to included; null for no upper limit
     * @param colour {@code #rrggbb}
     * @param label the limits as people read them
     */
    public record SurfaceClassView(double from, @Nullable Double to, String colour, String label) {}
}
