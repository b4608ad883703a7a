package vn.anttmap.report.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.anttmap.geo.CoordinateSystem;

/**
 * A sheet's content, without its layout.
 *
 * @param title what is shown
 * @param subject where and when
 * @param system the projected system it is drawn in, metres
 * @param areas those that are coloured
 * @param outlines borders drawn over them, of communes; projected
 * @param legendTitle the unit of the figures
 * @param notes source, boundary day and what is left out, a sentence each
 */
record MapSheet(
        String title,
        String subject,
        CoordinateSystem system,
        List<Area> areas,
        List<Geometry> outlines,
        String legendTitle,
        List<LegendEntry> legend,
        List<String> notes) {

    /**
     * @param boundary in the sheet's system, metres
     * @param value below the name; null where the colour says all
     */
    record Area(
            Geometry boundary,
            AreaStyle style,
            String name,
            @Nullable String value) {}

    record LegendEntry(AreaStyle style, String text) {}
}
