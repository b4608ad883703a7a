package vn.anttmap.ogcapi.tiles;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.anttmap.ogcapi.tiles.TileCollection.Theme;
import vn.anttmap.ogcapi.tiles.TileKey.Subject;
import vn.anttmap.problem.UserProblem;

/**
 * A request for a tile that is in order, read without the general way of reading requests: a map asks for dozens of them at
 * each move. Whatever is unusual or wrong about a request is not read here; {@link TileController} answers it and says what
 * is wrong.
 */
record TileRequest(Subject subject, TileAddress address) {

    private static final String COLLECTIONS = "/ogc/collections/";
    private static final String TILES = "tiles/WebMercatorQuad/";
    private static final int DAY_LENGTH = 10;

    private static final Set<String> PLAIN = Set.of("day", "f");
    private static final Set<String> INCIDENTS = Set.of("from", "to", "category", "severity", "f");
    private static final Set<String> DENSITY = Set.of("from", "to", "category", "severity", "boundaryDay", "f");
    private static final Set<String> STATUS = Set.of("year", "boundaryDay", "f");

    /** @return null where the request is none, or not in order @param today of areas where no day is asked for */
    static @Nullable TileRequest of(HttpServletRequest request, LocalDate today) {
        String path = request.getServletPath();
        if (!request.getMethod().equals("GET") || !path.startsWith(COLLECTIONS)) {
            return null;
        }
        int tiles = path.indexOf(TILES);
        String[] address = tiles < 0
                ? new String[0]
                : path.substring(tiles + TILES.length()).split("/", -1);
        if (address.length != 3) {
            return null;
        }
        String[] layer = path.substring(COLLECTIONS.length(), tiles).split("/", -1);
        // The last is empty: what stands before the tiles ends with a slash.
        if (layer.length < 2 || layer.length > 3 || !layer[layer.length - 1].isEmpty()) {
            return null;
        }
        try {
            Subject subject = subject(layer, new Values(request.getParameterMap()), today);
            return subject == null
                    ? null
                    : new TileRequest(subject, TileAddress.of(address[0], address[1], address[2]));
        } catch (UserProblem | DateTimeException | NumberFormatException wrong) {
            return null;
        }
    }

    private static @Nullable Subject subject(String[] layer, Values values, LocalDate today) {
        if (layer.length == 2) {
            if (layer[0].equals(TileCollection.INCIDENTS.key())) {
                return values.areOf(INCIDENTS)
                        ? Subject.incidents(
                                values.day("from"), values.day("to"), values.text("category"), values.text("severity"))
                        : null;
            }
            LocalDate day = values.day("day");
            return values.areOf(PLAIN)
                    ? Subject.plain(TileCollection.ofKey(layer[0], Theme.PLAIN), day == null ? today : day)
                    : null;
        }
        return switch (layer[1]) {
            case "density" -> density(layer[0], values);
            case "status" -> status(layer[0], values);
            default -> null;
        };
    }

    private static @Nullable Subject density(String collection, Values values) {
        LocalDate from = values.day("from");
        LocalDate to = values.day("to");
        if (from == null || to == null || !values.areOf(DENSITY)) {
            return null;
        }
        return Subject.density(
                TileCollection.ofKey(collection, Theme.DENSITY),
                from,
                to,
                values.text("category"),
                values.text("severity"),
                values.day("boundaryDay"));
    }

    private static @Nullable Subject status(String collection, Values values) {
        String year = values.text("year");
        return year == null || !values.areOf(STATUS)
                ? null
                : Subject.status(
                        TileCollection.ofKey(collection, Theme.STATUS),
                        Integer.parseInt(year),
                        values.day("boundaryDay"));
    }

    /** The parameters of a request. */
    private record Values(Map<String, String[]> all) {

        /** Each is known, stands once, has a value, and the format is that of tiles. */
        boolean areOf(Set<String> known) {
            for (Map.Entry<String, String[]> one : all.entrySet()) {
                if (!known.contains(one.getKey())
                        || one.getValue().length != 1
                        || one.getValue()[0].isEmpty()
                        || one.getKey().equals("f") && !one.getValue()[0].equals("mvt")) {
                    return false;
                }
            }
            return true;
        }

        @Nullable String text(String name) {
            String[] values = all.get(name);
            return values == null ? null : values[0];
        }

        /** @throws DateTimeException where it is none */
        @Nullable LocalDate day(String name) {
            String text = text(name);
            if (text == null) {
                return null;
            }
            // Java would also take years of more digits.
            if (text.length() != DAY_LENGTH) {
                throw new DateTimeException("no day: " + text);
            }
            return LocalDate.parse(text);
        }
    }
}
