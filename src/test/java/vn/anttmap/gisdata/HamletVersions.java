package vn.anttmap.gisdata;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.anttmap.gisdata.HamletSite.NameSource;
import vn.anttmap.gisdata.UnitVersion.PopulationFigure;
import vn.anttmap.gisdata.UnitVersion.Predecessor;
import vn.anttmap.gisdata.UnitVersion.SourcedCount;

/**
 * Cuts the life of each hamlet by the versions of its commune, so that a hamlet's parent is always the commune of that
 * time, and shares each commune's inhabitants out among its hamlets.
 */
final class HamletVersions {

    /** A hamlet over the years: [from, to) before it is cut by its communes' versions. */
    private record Life(
            String kind,
            String name,
            NameSource nameSource,
            List<HamletSite> territory,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String source,
            List<String> mergedFrom) {

        String communeCode() {
            return territory.get(0).communeCode();
        }
    }

    private record Merger(String kind, String name, List<String> names) {}

    /** Sourced: thị trấn Hùng Quốc rearranged its hamlets on this day. */
    static final LocalDate HUNG_QUOC_MERGERS = LocalDate.of(2019, 9, 9);

    private static final String HUNG_QUOC_SOURCE = "2019-09-09, page on thị trấn Trà Lĩnh, diaocthongthai.com";

    private static final List<Merger> MERGERS = List.of(
            new Merger("to_dan_pho", "Tổ dân phố 3", List.of("Tổ dân phố 3", "Pò Khao")),
            new Merger("xom", "Nam Tuấn", List.of("Háng Páo", "Nà Đoỏng")),
            new Merger("xom", "Vĩnh Quang", List.of("Nà Quan", "Nà Rạo", "Cốc Khoác")));

    private final Map<HamletSite, Geometry> boundaries;
    private final Map<HamletSite, Double> weights = new LinkedHashMap<>();
    private final Map<String, Map<HamletSite, Integer>> censusByCommune2019 = new LinkedHashMap<>();

    HamletVersions(Map<HamletSite, Geometry> boundaries, Collection<SourceUnit> communes2019) {
        this.boundaries = boundaries;
        // Stated seed: the jitter must be the same in every run.
        Random random = new Random(2009);
        boundaries.forEach((site, area) -> {
            double urban = site.kind().equals("to_dan_pho") ? 4 : 1;
            weights.put(site, urban * area.getArea() * (0.7 + 0.6 * random.nextDouble()));
        });
        communes2019.forEach(commune -> censusByCommune2019.put(
                commune.code(),
                shares(
                        commune.population2009(),
                        boundaries.keySet().stream()
                                .filter(site -> site.communeCode().equals(commune.code()))
                                .toList())));
    }

    List<UnitVersion> versions(List<CommuneVersion> communes, Map<String, List<PopulationFigure>> populations) {
        List<UnitVersion> result = new ArrayList<>();
        for (Life life : lives()) {
            String before = "";
            for (CommuneVersion commune : communesOf(life, communes)) {
                UnitVersion version =
                        version(life, commune, before, populations.getOrDefault(commune.key(), List.of()));
                result.add(version);
                before = version.key();
            }
        }
        return result;
    }

    private List<Life> lives() {
        List<Life> lives = new ArrayList<>();
        Map<String, HamletSite> hungQuoc = new TreeMap<>();
        for (HamletSite site : boundaries.keySet()) {
            boolean merges = site.communeCode().equals("01447")
                    && MERGERS.stream().anyMatch(merger -> merger.names().contains(site.name()));
            hungQuoc.computeIfAbsent(site.name(), name -> site);
            lives.add(new Life(
                    site.kind(),
                    site.name(),
                    site.nameSource(),
                    List.of(site),
                    null,
                    merges ? HUNG_QUOC_MERGERS : null,
                    "start: not read, left open" + (merges ? "; end: merged on " + HUNG_QUOC_SOURCE : ""),
                    List.of()));
        }
        if (boundaries.keySet().stream().anyMatch(site -> site.communeCode().equals("01447"))) {
            for (Merger merger : MERGERS) {
                List<HamletSite> territory =
                        merger.names().stream().map(hungQuoc::get).toList();
                lives.add(new Life(
                        merger.kind(),
                        merger.name(),
                        NameSource.PUBLISHED,
                        territory,
                        HUNG_QUOC_MERGERS,
                        null,
                        "start: merged on " + HUNG_QUOC_SOURCE,
                        territory.stream().map(site -> site.keyStem() + "-2019").toList()));
            }
        }
        return lives;
    }

    private static List<CommuneVersion> communesOf(Life life, List<CommuneVersion> communes) {
        return communes.stream()
                .filter(commune -> commune.consistsOf(life.communeCode()))
                .filter(commune -> commune.validTo() == null
                        || life.from() == null
                        || commune.validTo().isAfter(life.from()))
                .filter(commune -> commune.validFrom() == null
                        || life.to() == null
                        || commune.validFrom().isBefore(life.to()))
                .sorted(Comparator.comparing(
                        CommuneVersion::validFrom, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    private UnitVersion version(Life life, CommuneVersion commune, String before, List<PopulationFigure> ofCommune) {
        boolean first = before.isEmpty();
        LocalDate from = first ? life.from() : commune.validFrom();
        LocalDate to = life.to() == null ? commune.validTo() : life.to();
        // Blocks of the town: the thôn of Định Tường are listed as khu phố once they belong to it, and stay so.
        boolean block = life.communeCode().equals("15469") && !commune.key().endsWith("-2019");
        String kind = block ? "khu_pho" : life.kind();
        boolean renamed = block && commune.key().equals("commune-15469-2020");
        List<Predecessor> predecessors = first
                ? life.mergedFrom().stream()
                        .map(key -> new Predecessor(key, "merged"))
                        .toList()
                : List.of(new Predecessor(before, renamed ? "renamed" : "continued"));
        List<PopulationFigure> population = population(life, commune, ofCommune);
        return new UnitVersion(
                HamletSite.keyStem(life.communeCode(), life.name()) + "-" + label(life, commune, first),
                "residential-area",
                kind,
                null,
                life.name(),
                HamletSite.fullName(kind, life.name()),
                commune.key(),
                from,
                to,
                first ? life.source() : "follows its commune: " + commune.validitySource(),
                null,
                predecessors,
                null,
                households(population),
                population,
                life.nameSource().note,
                HamletBoundaries.union(
                        life.territory().stream().map(boundaries::get).toList()));
    }

    private static String label(Life life, CommuneVersion commune, boolean first) {
        return first && HUNG_QUOC_MERGERS.equals(life.from())
                ? "2019-09"
                : commune.key().substring("commune-00000-".length());
    }

    private List<PopulationFigure> population(Life life, CommuneVersion commune, List<PopulationFigure> ofCommune) {
        Map<HamletSite, Integer> census = census(commune);
        List<PopulationFigure> result = new ArrayList<>();
        for (PopulationFigure figure : ofCommune) {
            Map<HamletSite, Integer> shares = figure.year() == 2009 ? census : grown(census, figure.count());
            int count = life.territory().stream()
                    .mapToInt(site -> shares.getOrDefault(site, 0))
                    .sum();
            if (count > 0) {
                result.add(new PopulationFigure(
                        figure.year(), count, "demonstration: a share of the commune's figure, by area", true));
            }
        }
        return result;
    }

    /** Shares of the census are made once, in the communes of 2019, so that they stay the same through mergers. */
    private Map<HamletSite, Integer> census(CommuneVersion commune) {
        Map<HamletSite, Integer> result = new LinkedHashMap<>();
        commune.codes2019().forEach(code -> result.putAll(censusByCommune2019.getOrDefault(code, Map.of())));
        return result;
    }

    private static Map<HamletSite, Integer> grown(Map<HamletSite, Integer> before, int total) {
        List<Integer> counts = Apportionment.share(
                total, before.values().stream().map(Integer::doubleValue).toList());
        Map<HamletSite, Integer> result = new LinkedHashMap<>();
        before.keySet().forEach(site -> result.put(site, counts.get(result.size())));
        return result;
    }

    private Map<HamletSite, Integer> shares(int total, List<HamletSite> sites) {
        List<Integer> counts =
                Apportionment.share(total, sites.stream().map(weights::get).toList());
        Map<HamletSite, Integer> result = new LinkedHashMap<>();
        sites.forEach(site -> result.put(site, counts.get(result.size())));
        return result;
    }

    private static @Nullable SourcedCount households(List<PopulationFigure> population) {
        if (population.isEmpty()) {
            return null;
        }
        int inhabitants = population.get(population.size() - 1).count();
        return new SourcedCount(Math.max(1, Math.round(inhabitants / 4f)), "demonstration: inhabitants / 4");
    }
}
