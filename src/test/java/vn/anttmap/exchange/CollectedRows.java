package vn.anttmap.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The rows of a layer as they come out of the service, before any format. */
final class CollectedRows implements FeatureWriter {

    /** Values as every format has to hold them. */
    record Row(@Nullable Geometry geometry, List<@Nullable Object> values) {}

    final LayerDesign design;
    final List<Row> rows = new ArrayList<>();

    CollectedRows(LayerDesign design) {
        this.design = design;
    }

    @Override
    public void write(@Nullable Geometry wgs84, @Nullable Object... values) {
        List<@Nullable Object> normal = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            normal.add(FieldValues.of(design.fields().get(i), values[i]));
        }
        rows.add(new Row(wgs84, Arrays.asList(normal.toArray())));
    }

    @Override
    public long rows() {
        return rows.size();
    }

    @Override
    public void finish() {}

    @Override
    public void close() {}
}
