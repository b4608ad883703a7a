package vn.anttmap.gisdata;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import vn.anttmap.gisdata.UnitVersion.PopulationFigure;
import vn.anttmap.gisdata.UnitVersion.SourcedArea;

/** Puts the units of the two places and of the country together. */
final class Places {

    private final SourceFiles sources;

    Places(SourceFiles sources) {
        this.sources = sources;
    }

    Place traLinh() {
        List<SourceUnit> communes2019 = sources.communes2019("tra-linh");
        List<SourceUnit> communes2025 = sources.communes2025("tra-linh");
        Map<String, Geometry> borders = CommuneCoverage.thinned(communes2019);
        Map<String, List<HamletSite>> sites = sites("tra-linh", communes2019, borders);
        List<UnitVersion> districts = List.of(
                district(
                        sources.district2019("tra-linh"),
                        "province-04",
                        UnitHistory.TRA_LINH_DISSOLVED,
                        "dissolved by NQ 897/NQ-UBTVQH14, in force 2020-03-01"),
                neighbour("047", "Trùng Khánh"),
                neighbour("049", "Quảng Hòa"));
        return place(
                communes2019,
                communes2025,
                HamletBoundaries.divide(borders, sites),
                UnitHistory.traLinh(communes2019, communes2025),
                districts);
    }

    Place yenDinh() {
        List<SourceUnit> communes2019 = sources.communes2019("yen-dinh");
        List<SourceUnit> communes2025 = sources.communes2025("yen-dinh");
        Map<String, Geometry> borders = CommuneCoverage.thinned(communes2019);
        Map<String, List<HamletSite>> sites = sites("yen-dinh", communes2019, borders);
        List<UnitVersion> districts = List.of(district(
                sources.district2019("yen-dinh"),
                "province-38",
                UnitHistory.TWO_LEVELS,
                "districts abolished 2025-07-01"));
        return place(
                communes2019,
                communes2025,
                HamletBoundaries.divide(borders, sites),
                UnitHistory.yenDinh(communes2019, communes2025),
                districts);
    }

    /** The 34 provinces; the two that hold the places were not merged in 2025 and are parents on every day. */
    List<UnitVersion> provinces() {
        List<UnitVersion> result = new ArrayList<>();
        for (SourceUnit province : sources.provinces2025()) {
            boolean parent = province.code().equals("04") || province.code().equals("38");
            result.add(new UnitVersion(
                    "province-" + province.code(),
                    "province",
                    province.kind(),
                    province.code(),
                    province.name(),
                    province.fullName(),
                    null,
                    parent ? null : UnitHistory.TWO_LEVELS,
                    null,
                    parent
                            ? "start: open, the province was not merged in 2025"
                            : "listed from 2025-07-01; earlier extents are not in these data",
                    UnitHistory.TWO_LEVELS,
                    List.of(),
                    new SourcedArea(province.areaSqKm(), "vietnamese-provinces-database, list of 2025-07"),
                    null,
                    List.of(),
                    null,
                    province.geometry()));
        }
        return result;
    }

    private Map<String, List<HamletSite>> sites(
            String place, List<SourceUnit> communes, Map<String, Geometry> borders) {
        HamletSites hamlets = new HamletSites(sources.villages(place));
        Map<String, List<HamletSite>> sites = new LinkedHashMap<>();
        for (SourceUnit commune : communes) {
            sites.put(commune.code(), hamlets.of(commune, borders.get(commune.code())));
        }
        return sites;
    }

    private static Place place(
            List<SourceUnit> communes2019,
            List<SourceUnit> communes2025,
            Map<HamletSite, Geometry> boundaries,
            List<CommuneVersion> history,
            List<UnitVersion> districts) {
        Map<String, SourceUnit> byCode = communes2019.stream()
                .collect(Collectors.toMap(
                        SourceUnit::code, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        Map<String, List<PopulationFigure>> populations = new LinkedHashMap<>();
        history.forEach(version -> populations.put(version.key(), CommunePopulation.of(version, byCode)));
        List<UnitVersion> units = new ArrayList<>();
        for (UnitVersion district : districts) {
            units.add(district.geometry() == null ? district : withBoundary(district, boundaries));
        }
        for (CommuneVersion version : history) {
            units.add(new UnitVersion(
                    version.key(),
                    "commune",
                    version.kind(),
                    version.code(),
                    version.name(),
                    version.fullName(),
                    version.parentKey(),
                    version.validFrom(),
                    version.validTo(),
                    version.validitySource(),
                    version.listedOn(),
                    version.predecessors(),
                    CommunePopulation.officialArea(version, communes2025),
                    null,
                    populations.get(version.key()),
                    null,
                    territory(version.codes2019(), boundaries)));
        }
        units.addAll(new HamletVersions(boundaries, communes2019).versions(history, populations));
        return new Place(communes2019, boundaries, List.copyOf(units));
    }

    private static Geometry territory(List<String> codes2019, Map<HamletSite, Geometry> boundaries) {
        return HamletBoundaries.union(boundaries.entrySet().stream()
                .filter(entry -> codes2019.contains(entry.getKey().communeCode()))
                .map(Map.Entry::getValue)
                .toList());
    }

    private static UnitVersion district(SourceUnit source, String provinceKey, LocalDate end, String reason) {
        boolean traLinh = source.code().equals("046");
        List<PopulationFigure> population = new ArrayList<>();
        population.add(new PopulationFigure(2009, source.population2009(), "sum of its communes' census 2009", false));
        if (traLinh) {
            population.add(new PopulationFigure(2019, 22_354, "vi.wikipedia.org, Trà Lĩnh (huyện)", false));
        }
        return new UnitVersion(
                "district-" + source.code(),
                "district",
                "huyen",
                source.code(),
                source.name(),
                source.fullName(),
                provinceKey,
                null,
                end,
                "start: not read, left open; end: " + reason,
                UnitHistory.LIST_2019,
                List.of(),
                traLinh ? new SourcedArea(251.18, "vi.wikipedia.org, Trà Lĩnh (huyện)") : null,
                null,
                population,
                null,
                source.geometry());
    }

    /** A district that took over communes of Trà Lĩnh: there as their parent, without a boundary. */
    private static UnitVersion neighbour(String code, String name) {
        return new UnitVersion(
                "district-" + code,
                "district",
                "huyen",
                code,
                name,
                "Huyện " + name,
                "province-04",
                null,
                UnitHistory.TWO_LEVELS,
                "start: not read, left open; end: districts abolished 2025-07-01",
                null,
                List.of(),
                null,
                null,
                List.of(),
                null,
                null);
    }

    private static UnitVersion withBoundary(UnitVersion district, Map<HamletSite, Geometry> boundaries) {
        Geometry boundary = HamletBoundaries.union(boundaries.values());
        return new UnitVersion(
                district.key(),
                district.level(),
                district.kind(),
                district.code(),
                district.name(),
                district.fullName(),
                district.parentKey(),
                district.validFrom(),
                district.validTo(),
                district.validitySource(),
                district.listedOn(),
                district.predecessors(),
                district.officialArea(),
                district.households(),
                district.population(),
                district.syntheticNote(),
                boundary);
    }
}
