package vn.anttmap.gisdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.anttmap.gisdata.UnitVersion.PopulationFigure;
import vn.anttmap.gisdata.UnitVersion.SourcedArea;

/** Published areas and inhabitants of communes; a merged commune gets the sum of its predecessors, and says so. */
final class CommunePopulation {

    static final String CENSUS = "census 2009, through choisy/censusVN2009";
    private static final String SUM = "sum of the predecessors' census 2009";
    private static final String HUNG_QUOC = "page on thị trấn Trà Lĩnh, diaocthongthai.com (2019)";
    private static final String QUAN_LAO = "page on Quán Lào, keocopa1.com (copy of Wikipedia)";

    private static final Map<String, SourcedArea> AREAS = Map.of(
            "commune-01447-2019", new SourcedArea(14.90, HUNG_QUOC),
            "commune-01447-2020", new SourcedArea(14.90, HUNG_QUOC),
            "commune-15394-2019", new SourcedArea(1.47, "page on Quán Lào, viai.press"),
            "commune-15469-2020", new SourcedArea(8.24, QUAN_LAO));

    private static final Map<String, PopulationFigure> LATER = Map.of(
            "commune-01447-2019", new PopulationFigure(2019, 5_356, HUNG_QUOC, false),
            "commune-01447-2020", new PopulationFigure(2019, 5_356, HUNG_QUOC, false),
            "commune-15469-2020", new PopulationFigure(2018, 11_729, QUAN_LAO, false));

    private CommunePopulation() {}

    static List<PopulationFigure> of(CommuneVersion version, Map<String, SourceUnit> communes2019) {
        int census = version.codes2019().stream()
                .mapToInt(code -> communes2019.get(code).population2009())
                .sum();
        List<PopulationFigure> figures = new ArrayList<>();
        figures.add(new PopulationFigure(2009, census, version.codes2019().size() == 1 ? CENSUS : SUM, false));
        if (LATER.containsKey(version.key())) {
            figures.add(LATER.get(version.key()));
        }
        return List.copyOf(figures);
    }

    /** Null where no official figure was found: the measured one stands alone then. */
    static @Nullable SourcedArea officialArea(CommuneVersion version, List<SourceUnit> communes2025) {
        if (!UnitHistory.TWO_LEVELS.equals(version.validFrom())) {
            return AREAS.get(version.key());
        }
        SourceUnit now = communes2025.stream()
                .filter(commune -> commune.code().equals(version.code()))
                .findFirst()
                .orElseThrow();
        return new SourcedArea(now.areaSqKm(), "vietnamese-provinces-database, list of 2025-07");
    }
}
