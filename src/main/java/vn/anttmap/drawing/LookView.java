package vn.anttmap.drawing;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.context.MessageSource;
import vn.anttmap.geo.CoverageCheck;
import vn.anttmap.geo.GeoJsonGeometry;
import vn.anttmap.geo.GeodesicMeasure;
import vn.anttmap.territory.UnitRef;

/**
 * What would become of a drawing.
 *
 * @param revision to be sent back when it is stored
 * @param savable whether it can be stored; then with the number of remarks
 * @param areaSqM of an area, on the ellipsoid; null for a road
 * @param lengthMeters of a road, or round an area, on the ellipsoid
 * @param beforeSize of the state it follows: m² of an area, metres of a road
 * @param movingIncidents incidents that would lie in another area or on another road
 */
record LookView(
        String revision,
        LocalDate day,
        String name,
        boolean savable,
        int remarks,
        @Nullable Double areaSqM,
        @Nullable Double lengthMeters,
        @Nullable Double beforeSize,
        @Nullable UnitRef commune,
        int movingIncidents,
        List<FindingView> findings) {

    private static final int DECIMALS = 7;

    /**
     * @param key such as {@code overlap} or {@code self-intersection}
     * @param weight {@code refuses}, {@code remark} or {@code note}
     * @param areaSqM of the ground in question
     * @param shape GeoJSON, or null
     */
    record FindingView(
            String key,
            String weight,
            String text,
            @Nullable Double areaSqM,
            @Nullable Double longitude,
            @Nullable Double latitude,
            @JsonRawValue String shape) {}

    static LookView of(Look look, MessageSource messages, Locale locale) {
        Geometry geometry = look.geometry();
        boolean area = geometry != null && geometry.getDimension() == 2;
        return new LookView(
                String.valueOf(look.revision()),
                look.day(),
                look.name(),
                !look.refused(),
                look.remarks(),
                area ? CoverageCheck.areaSqM(geometry) : null,
                geometry == null ? null : GeodesicMeasure.lengthKm(area ? geometry.getBoundary() : geometry) * 1000,
                look.beforeSize(),
                look.commune() == null ? null : look.commune().ref(),
                look.moving(),
                look.findings().stream()
                        .map(finding -> view(finding, messages, locale))
                        .toList());
    }

    private static FindingView view(Finding finding, MessageSource messages, Locale locale) {
        Coordinate place = finding.place();
        return new FindingView(
                finding.key(),
                finding.weight().name().toLowerCase(Locale.ROOT),
                messages.getMessage(
                        "drawing.finding." + finding.key(), finding.values().toArray(), locale),
                finding.sizeSqM(),
                place == null ? null : place.x,
                place == null ? null : place.y,
                finding.shape() == null || finding.shape().isEmpty()
                        ? "null"
                        : GeoJsonGeometry.write(finding.shape(), DECIMALS));
    }
}
