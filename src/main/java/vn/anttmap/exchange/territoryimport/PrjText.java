package vn.anttmap.exchange.territoryimport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.geo.CoordinateSystems;

/**
 * What a {@code .prj} means, in any dialect: ESRI's names, OGC's WKT 1 and 2, an EPSG code, PROJ's text. The datum shift
 * that it names is never used, since most that circulate are wrong; what is wrong with it is told.
 *
 * @param system null where it names none that is known here
 * @param remarks message keys of what is strange about it
 */
record PrjText(@Nullable CoordinateSystem system, List<String> remarks) {

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?");
    private static final Pattern CODE = Pattern.compile(
            "(?:authority|id)\\s*\\[\\s*\"epsg\"\\s*,\\s*\"?(\\d{4,5})\"?\\s*]\\s*]?\\s*$|^\\s*(?:epsg:|urn:ogc:def:crs:epsg:[\\d.]*:|\\+init=epsg:)(\\d{4,5})");
    private static final Pattern VN_2000 = Pattern.compile("vn[-_ ]?2000|viet ?nam[-_ ]?2000|epsg\"?,\\s*\"?4756");

    static PrjText read(String text) {
        String lower = text.toLowerCase(Locale.ROOT).strip();
        List<String> remarks = new ArrayList<>();
        Optional<CoordinateSystem> coded = coded(lower);
        if (lower.contains("crs84")) {
            return new PrjText(CoordinateSystems.WGS84, remarks);
        }
        Double meridian = parameter(lower, "central_meridian", "longitude of natural origin", "\\+lon_0=");
        Double scale = parameter(lower, "scale_factor", "scale factor at natural origin", "\\+k(?:_0)?=");
        boolean projected = lower.contains("projcs") || lower.contains("projcrs") || lower.contains("+proj=tmerc");
        boolean vn2000 = VN_2000.matcher(lower).find();
        shiftRemarks(lower, vn2000, remarks);
        if (!projected || meridian == null) {
            if (coded.isPresent()) {
                return new PrjText(coded.get(), remarks);
            }
            boolean geographic = lower.contains("geogcs") || lower.contains("geogcrs") || lower.contains("geodcrs");
            return new PrjText(
                    !geographic ? null : vn2000 ? CoordinateSystems.VN2000 : CoordinateSystems.WGS84, remarks);
        }
        double k = scale == null ? Double.NaN : scale;
        boolean utm = Math.abs(k - 0.9996) < 1e-5;
        boolean tm3 = Math.abs(k - 0.9999) < 1e-5;
        if (!vn2000 && utm) {
            Optional<CoordinateSystem> wgs = find(meridian, CoordinateSystem.Kind.WGS84_UTM);
            if (wgs.isPresent()) {
                return new PrjText(wgs.get(), remarks);
            }
        }
        if (!vn2000) {
            remarks.add("prj-no-shift");
        }
        Optional<CoordinateSystem> found = utm ? find(meridian, CoordinateSystem.Kind.VN2000_UTM) : Optional.empty();
        if (found.isEmpty()) {
            if (!tm3) {
                remarks.add("prj-scale");
            }
            found = find(meridian, CoordinateSystem.Kind.VN2000_TM3);
        }
        if (coded.isPresent() && !coded.equals(found)) {
            remarks.add("prj-code-differs");
        }
        return new PrjText(found.or(() -> coded).orElse(null), remarks);
    }

    private static Optional<CoordinateSystem> coded(String lower) {
        Matcher code = CODE.matcher(lower);
        return code.find()
                ? CoordinateSystems.find(code.group(1) == null ? code.group(2) : code.group(1))
                : Optional.empty();
    }

    private static Optional<CoordinateSystem> find(double meridian, CoordinateSystem.Kind kind) {
        return CoordinateSystems.list().stream()
                .filter(system -> system.kind() == kind && Math.abs(system.centralMeridianDegrees() - meridian) < 0.002)
                .findFirst();
    }

    private static @Nullable Double parameter(String lower, String... names) {
        for (String name : names) {
            Matcher found = Pattern.compile(name + "(?:\"\\s*,\\s*)?(" + NUMBER.pattern() + ")")
                    .matcher(lower);
            if (found.find()) {
                return Double.valueOf(found.group(1));
            }
        }
        return null;
    }

    /** The decision's rotations stand un-negated in many texts, though WKT 1 and PROJ want them negated. */
    private static void shiftRemarks(String lower, boolean vn2000, List<String> remarks) {
        Matcher shift = Pattern.compile("towgs84(?:\\s*\\[|=)([^\\]\\s+]+)").matcher(lower);
        if (!shift.find()) {
            if (vn2000) {
                remarks.add("prj-shift-missing");
            }
            return;
        }
        List<Double> values = new ArrayList<>();
        Matcher number = NUMBER.matcher(shift.group(1));
        while (number.find()) {
            values.add(Double.valueOf(number.group()));
        }
        if (values.stream().allMatch(value -> value == 0)) {
            remarks.add("prj-shift-zero");
        } else if (values.size() >= 6 && Math.abs(values.get(3) + 0.00928836) < 1e-6) {
            remarks.add("prj-rotation");
        } else if (values.size() < 6 || Math.abs(values.get(3) - 0.00928836) > 1e-6) {
            remarks.add("prj-shift-other");
        }
    }
}
