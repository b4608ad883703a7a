package vn.anttmap.ogcapi.tiles;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import vn.anttmap.geo.Wgs84;

/**
 * A tile as another program's reader sees it (mapbox-vector-tile-java): rings by the order of MVT 2.1. Called by
 * reflection: the annotations of its classes are not to be had, and the compiler would warn of each.
 */
record DecodedTile(List<Feature> features) {

    private static final String READER = "io.github.sebasbaumh.mapbox.vectortile.adapt.jts.";

    record Feature(Geometry shape, Map<String, Object> attributes) {}

    @SuppressWarnings("unchecked")
    static DecodedTile of(byte[] tile) {
        try {
            Class<?> reader = Class.forName(READER + "MvtReader");
            Class<?> converter = Class.forName(READER + "ITagConverter");
            Class<?> classifier = Class.forName(READER + "MvtReader$RingClassifier");
            Object read = reader.getMethod("loadMvt", InputStream.class, GeometryFactory.class, converter, classifier)
                    .invoke(
                            null,
                            new ByteArrayInputStream(tile),
                            Wgs84.FACTORY,
                            Class.forName(READER + "TagKeyValueMapConverter")
                                    .getConstructor()
                                    .newInstance(),
                            reader.getField("RING_CLASSIFIER_V2_1").get(null));
            List<Feature> features = new ArrayList<>();
            for (Object layer :
                    (Collection<?>) read.getClass().getMethod("getLayers").invoke(read)) {
                for (Object shape : (Collection<?>)
                        layer.getClass().getMethod("getGeometries").invoke(layer)) {
                    Geometry geometry = (Geometry) shape;
                    features.add(new Feature(geometry, (Map<String, Object>) geometry.getUserData()));
                }
            }
            return new DecodedTile(features);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
