package vn.anttmap.exchange.territoryimport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.CoordinateTransform;
import vn.anttmap.geo.CoordinateTransformException;
import vn.anttmap.geo.VietnamBounds;
import vn.anttmap.geo.Wgs84;

/**
 * The reference system a file was read in, and in which others it would fall on the same ground.
 *
 * @param taken the reading in use
 * @param overruled whether a person chose it
 * @param doubtful whether another reading fits about as well, or none fits well
 * @param declared whether the file names its system
 * @param remarks message keys of what is strange about what the file says
 * @param options readings that fall on the ground, best first; the one in use among them
 */
record SystemGuess(
        Option taken,
        boolean overruled,
        boolean doubtful,
        boolean declared,
        List<String> remarks,
        List<Option> options) {

    private static final int MOST_SAMPLES = 400;
    private static final int MOST_OPTIONS = 6;

    /** About 30 m: survey and digitising differ by less, a missing datum shift by 224 m. */
    private static final double MARGIN_DEGREES = 0.0003;

    private static final double GOOD_FIT = 0.8;

    /**
     * @param swapped the file has north first
     * @param fit share of the places that fall on the ground, 0 to 1
     */
    record Option(CoordinateSystem system, boolean swapped, double fit) {}

    /**
     * @param ground the communes that the file is for, EPSG:4326
     * @param home the province's own system, first among equals; null where it is not known
     */
    static SystemGuess of(
            RawLayer layer,
            Geometry ground,
            @Nullable CoordinateSystem home,
            @Nullable CoordinateSystem chosen,
            @Nullable Boolean chosenSwap) {
        List<Coordinate> sample = sample(layer);
        PreparedGeometry near = PreparedGeometryFactory.prepare(ground.buffer(MARGIN_DEGREES));
        PrjText said = layer.systemText() == null ? null : PrjText.read(layer.systemText());
        CoordinateSystem declared = said == null ? null : said.system();
        List<String> remarks = new ArrayList<>(said == null ? List.of() : said.remarks());
        if (said != null && declared == null) {
            remarks.add("prj-unknown");
        }
        List<Option> all = new ArrayList<>();
        for (CoordinateSystem system : CoordinateSystems.list()) {
            for (boolean swapped : new boolean[] {false, true}) {
                all.add(new Option(system, swapped, fit(sample, system, swapped, near)));
            }
        }
        all.sort(Comparator.comparingDouble((Option option) -> -Math.round(option.fit() * 50))
                .thenComparing(option -> !option.system().equals(declared))
                .thenComparing(option -> !option.system().equals(home))
                // Degrees are more often those of a receiver than of VN-2000; the other reading is shown, too.
                .thenComparing(option -> !option.system().equals(CoordinateSystems.WGS84))
                .thenComparing(Option::swapped));
        Option best = all.get(0);
        Option named = declared == null ? null : find(all, declared, false);
        Option namedBest = named == null ? null : better(named, find(all, declared, true));
        Option taken = namedBest != null && namedBest.fit() >= best.fit() - 0.1 ? namedBest : best;
        if (namedBest != null && taken != namedBest) {
            remarks.add("prj-elsewhere");
        }
        if (chosen != null) {
            taken = find(all, chosen, Boolean.TRUE.equals(chosenSwap));
        } else if (chosenSwap != null && taken.swapped() != chosenSwap) {
            taken = find(all, taken.system(), chosenSwap);
        }
        Option used = taken;
        List<Option> options = new ArrayList<>(List.of(used));
        all.stream()
                .filter(option -> option != used && option.fit() > 0 && option.fit() >= best.fit() - 0.25)
                .limit(MOST_OPTIONS - 1L)
                .forEach(options::add);
        boolean overruled = chosen != null || chosenSwap != null;
        boolean rival = declared == null
                && options.stream().anyMatch(option -> option != used && option.fit() >= used.fit() - 0.1);
        boolean doubtful =
                !overruled && (rival || used.fit() < GOOD_FIT || used.swapped() || remarks.contains("prj-elsewhere"));
        return new SystemGuess(used, overruled, doubtful, declared != null, remarks, options);
    }

    private static Option better(Option plain, Option swapped) {
        return swapped.fit() > plain.fit() + 0.2 ? swapped : plain;
    }

    private static Option find(List<Option> all, CoordinateSystem system, boolean swapped) {
        return all.stream()
                .filter(option -> option.system().equals(system) && option.swapped() == swapped)
                .findFirst()
                .orElseThrow();
    }

    private static List<Coordinate> sample(RawLayer layer) {
        List<Coordinate> places = new ArrayList<>();
        int rows = Math.max(1, layer.rows().size());
        int each = Math.max(1, MOST_SAMPLES / rows);
        // From all of the file: one end of it may be another zone.
        int apart = Math.max(1, rows / MOST_SAMPLES);
        for (int row = 0; row < layer.rows().size(); row += apart) {
            Geometry geometry = layer.rows().get(row).geometry();
            if (geometry != null && !geometry.isEmpty() && places.size() < 4 * MOST_SAMPLES) {
                Coordinate[] all = geometry.getCoordinates();
                int step = Math.max(1, all.length / each);
                for (int i = 0; i < all.length; i += step) {
                    places.add(all[i]);
                }
            }
        }
        return places;
    }

    private static double fit(
            List<Coordinate> sample, CoordinateSystem system, boolean swapped, PreparedGeometry near) {
        if (sample.isEmpty()) {
            return 0;
        }
        CoordinateTransform transform = CoordinateTransform.between(system, CoordinateSystems.WGS84);
        int inside = 0;
        for (Coordinate each : sample) {
            try {
                Coordinate place = transform.transform(swapped ? new Coordinate(each.y, each.x) : each);
                if (VietnamBounds.contains(place.x, place.y)
                        && near.covers(Wgs84.FACTORY.createPoint(new Coordinate(place.x, place.y)))) {
                    inside++;
                }
            } catch (CoordinateTransformException e) {
                // Not a place of this system.
                return 0;
            }
        }
        return (double) inside / sample.size();
    }
}
