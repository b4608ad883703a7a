package vn.anttmap.gisdata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import vn.anttmap.gisdata.HamletSite.NameSource;

/** Names and centres of the hamlets and blocks of one commune in 2019: real names first, then invented ones. */
final class HamletSites {

    /** Xóm of thị trấn Hùng Quốc until 2019-09-09, in the order of the published list. */
    private static final List<String> HUNG_QUOC = List.of(
            "Cốc Càng",
            "Bản Hía",
            "Bản Khun",
            "Bản Lang",
            "Nà Mương",
            "Nà Khoang",
            "Nà Thấu",
            "Pò Rẫy",
            "Tổng Moòng",
            "Nà Dường");

    private static final List<String> DINH_TUONG = List.of("Bối Lim", "Lý Yên", "Ngọc Sơn", "Thành Phú", "Thiết Đinh");

    /** Two gazetteer points closer than this count as the same spot; the later one is moved by it. */
    private static final double SAME_SPOT_METERS = 400;

    private final List<SourceVillage> villages;

    HamletSites(List<SourceVillage> villages) {
        this.villages = villages;
    }

    List<HamletSite> of(SourceUnit commune, Geometry border) {
        LocalPlane plane = LocalPlane.around(border);
        Geometry area = plane.toMeters(border);
        CenterPlacer placer = new CenterPlacer(area, new Random(Long.parseLong(commune.code())));
        Map<String, Coordinate> named =
                switch (commune.code()) {
                    case "01447" -> hungQuoc(plane, placer);
                    case "15394" -> placed(numbered("Khu phố", 5), placer);
                    case "15469" -> placed(DINH_TUONG, placer);
                    default -> Map.of();
                };
        if (!named.isEmpty()) {
            return sites(commune, named, plane);
        }
        return fromGazetteer(commune, plane, placer);
    }

    private List<HamletSite> sites(SourceUnit commune, Map<String, Coordinate> named, LocalPlane plane) {
        List<HamletSite> sites = new ArrayList<>();
        named.forEach((name, center) -> sites.add(new HamletSite(
                commune.code(), kind(commune, name), name, NameSource.PUBLISHED, plane.toDegrees(center))));
        return sites;
    }

    private List<HamletSite> fromGazetteer(SourceUnit commune, LocalPlane plane, CenterPlacer placer) {
        List<Coordinate> centers = new ArrayList<>();
        Map<String, NameSource> names = new LinkedHashMap<>();
        for (SourceVillage village : villages) {
            if (!village.communeCode().equals(commune.code()) || !village.inside()) {
                continue;
            }
            String name = village.nameVi() == null ? village.name() : village.nameVi();
            if (names.containsKey(name)) {
                // Two points of one name in one commune are taken for one hamlet.
                continue;
            }
            names.put(name, village.nameVi() == null ? NameSource.GAZETTEER_UNMARKED : NameSource.GAZETTEER);
            centers.add(apart(plane.toMeters(village.position()), centers, placer));
        }
        // The points are good to about 1 km only: half a step towards the middle of the cell stays within that.
        placer.relax(centers, 0, 0.5);
        String kind = kind(commune, "");
        for (int number = names.size() + 1; number <= wanted(commune); number++) {
            names.put(HamletSite.KIND_LABELS.get(kind) + " " + number + " (tên minh hoạ)", NameSource.INVENTED);
        }
        centers.addAll(placer.place(centers, names.size() - centers.size()));
        List<HamletSite> sites = new ArrayList<>();
        names.forEach((name, source) -> sites.add(
                new HamletSite(commune.code(), kind, name, source, plane.toDegrees(centers.get(sites.size())))));
        return sites;
    }

    private static Coordinate apart(Coordinate wanted, List<Coordinate> taken, CenterPlacer placer) {
        Coordinate spot = wanted;
        while (!placer.contains(spot) || isTaken(spot, taken)) {
            Coordinate candidate = placer.randomPoint();
            // Anywhere within the accuracy of the gazetteer, never farther.
            spot = candidate.distance(wanted) < 1_000 ? candidate : spot;
        }
        return spot;
    }

    private static boolean isTaken(Coordinate spot, Collection<Coordinate> taken) {
        return taken.stream().anyMatch(other -> other.distance(spot) < SAME_SPOT_METERS);
    }

    /** In the order of the names from west to east. */
    private static Map<String, Coordinate> placed(List<String> names, CenterPlacer placer) {
        List<Coordinate> centers = new ArrayList<>(placer.place(List.of(), names.size()));
        centers.sort(Comparator.comparingDouble(Coordinate::getX));
        Map<String, Coordinate> result = new LinkedHashMap<>();
        names.forEach(name -> result.put(name, centers.get(result.size())));
        return result;
    }

    /** The hamlets that merge on 2019-09-09 get neighbouring centres, so that the merged areas hang together. */
    private static Map<String, Coordinate> hungQuoc(LocalPlane plane, CenterPlacer placer) {
        Coordinate town = plane.toMeters(new Coordinate(106.32335, 22.82898));
        List<Coordinate> blocks = List.of(
                new Coordinate(town.x - 260, town.y + 150),
                new Coordinate(town.x + 260, town.y + 150),
                new Coordinate(town.x, town.y - 300));
        List<Coordinate> free = new ArrayList<>(placer.place(blocks, 16));
        Map<String, Coordinate> result = new LinkedHashMap<>();
        List<String> blockNames = numbered("Tổ dân phố", 3);
        IntStream.range(0, 3).forEach(i -> result.put(blockNames.get(i), blocks.get(i)));
        result.put("Pò Khao", takeNearest(free, blocks.get(2)));
        Coordinate far = takeFarthest(free, town);
        result.put("Nà Quan", far);
        result.put("Nà Rạo", takeNearest(free, far));
        result.put("Cốc Khoác", takeNearest(free, far));
        Coordinate next = takeFarthest(free, town);
        result.put("Háng Páo", next);
        result.put("Nà Đoỏng", takeNearest(free, next));
        HUNG_QUOC.forEach(name -> result.put(name, free.remove(0)));
        return result;
    }

    private static Coordinate takeNearest(List<Coordinate> free, Coordinate to) {
        Coordinate taken =
                free.stream().min(Comparator.comparingDouble(to::distance)).orElseThrow();
        free.remove(taken);
        return taken;
    }

    private static Coordinate takeFarthest(List<Coordinate> free, Coordinate from) {
        Coordinate taken =
                free.stream().max(Comparator.comparingDouble(from::distance)).orElseThrow();
        free.remove(taken);
        return taken;
    }

    private static List<String> numbered(String label, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> label + " " + i).toList();
    }

    private static String kind(SourceUnit commune, String name) {
        if (name.startsWith("Tổ dân phố")) {
            return "to_dan_pho";
        }
        boolean mountains = commune.code().startsWith("01");
        return mountains ? "xom" : commune.kind().equals("thi_tran") ? "khu_pho" : "thon";
    }

    /** Hamlets of the mountains are small and many, those of the delta few and large. */
    private static int wanted(SourceUnit commune) {
        if (commune.code().startsWith("01")) {
            return 6;
        }
        return commune.population2009() < 4_500 ? 4 : commune.population2009() < 6_000 ? 5 : 6;
    }
}
