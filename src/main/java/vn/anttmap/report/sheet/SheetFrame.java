package vn.anttmap.report.sheet;

import org.locationtech.jts.geom.Envelope;

/**
 * Where things lie on a sheet, in points from its lower left corner. Ground wider than high lies on a sheet on its side,
 * with the legend to the right; ground higher than wide stands, with the legend below.
 *
 * @param map the frame of the map
 * @param legend what is beside it
 */
record SheetFrame(float width, float height, Box map, Box legend) {

    private static final float MARGIN = 28;
    private static final float TITLE = 56;
    private static final float GAP = 12;
    private static final float LEGEND_WIDTH = 168;
    private static final float LEGEND_HEIGHT = 150;

    record Box(float left, float bottom, float width, float height) {

        float right() {
            return left + width;
        }

        float top() {
            return bottom + height;
        }
    }

    static SheetFrame of(PaperSize paper, Envelope ground) {
        boolean onItsSide = ground.getWidth() >= ground.getHeight();
        float width = onItsSide ? paper.longPoints() : paper.shortPoints();
        float height = onItsSide ? paper.shortPoints() : paper.longPoints();
        float innerWidth = width - 2 * MARGIN;
        float innerHeight = height - 2 * MARGIN - TITLE;
        return onItsSide
                ? new SheetFrame(
                        width,
                        height,
                        new Box(MARGIN, MARGIN, innerWidth - LEGEND_WIDTH - GAP, innerHeight),
                        new Box(width - MARGIN - LEGEND_WIDTH, MARGIN, LEGEND_WIDTH, innerHeight))
                : new SheetFrame(
                        width,
                        height,
                        new Box(MARGIN, MARGIN + LEGEND_HEIGHT + GAP, innerWidth, innerHeight - LEGEND_HEIGHT - GAP),
                        new Box(MARGIN, MARGIN, innerWidth, LEGEND_HEIGHT));
    }

    boolean onItsSide() {
        return width > height;
    }

    /** The line on which the title stands. */
    float titleLine() {
        return height - MARGIN - 16;
    }

    float centre() {
        return width / 2;
    }
}
