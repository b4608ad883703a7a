package vn.anttmap.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.density.AreaDensity;
import vn.anttmap.density.Density;
import vn.anttmap.density.DensityLevel;
import vn.anttmap.geo.Feature;
import vn.anttmap.incident.IncidentCategories;
import vn.anttmap.incident.IncidentCategory;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.TerritoryFeatures;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/**
 * Incidents for accounts without the right to exact places: their numbers by residential area and category. Counts come
 * from where everybody's figures come from, so that the file says nothing that the map does not.
 */
@Component
class IncidentAreaExport {

    private static final int LONGEST_NAME = 10;

    private final TerritoryFeatures features;
    private final Territory territory;
    private final Density density;
    private final IncidentCategories categories;

    IncidentAreaExport(
            TerritoryFeatures features, Territory territory, Density density, IncidentCategories categories) {
        this.features = features;
        this.territory = territory;
        this.density = density;
        this.categories = categories;
    }

    void write(AccountView account, ExportRequest request, LayerOpener opener) throws IOException {
        List<IncidentCategory> shown = categories.visibleTo(account).stream()
                .filter(category ->
                        request.category() == null || request.category().equals(category.code()))
                .toList();
        Map<Long, AreaDensity> all = counts(account, request, request.category());
        List<Map<Long, AreaDensity>> byCategory = new ArrayList<>();
        for (IncidentCategory category : shown) {
            byCategory.add(counts(account, request, category.code()));
        }
        List<Feature> areas = features.units(
                account,
                UnitLevel.RESIDENTIAL_AREA,
                kind -> true,
                request.boundaryDay(),
                request.within(),
                request.extent(),
                0,
                request.locale());
        List<Double> rates = all.values().stream()
                .map(AreaDensity::incidentsPerSqKmYear)
                .filter(java.util.Objects::nonNull)
                .toList();
        LayerDesign design = new LayerDesign(
                GeometryKind.POLYGON,
                fields(shown, request),
                "TEN_KDC",
                List.of(MapColours.density("Mật độ vụ việc (vụ/km²·năm)", UnitColumns.DENSITY, rates)),
                !account.has(Right.SEE_RESTRICTED_CATEGORIES),
                areas.size());
        try (FeatureWriter writer = opener.open(design)) {
            for (Feature area : areas) {
                writer.write(area.geometry(), values(area, all, byCategory));
            }
            writer.finish();
        }
    }

    private Map<Long, AreaDensity> counts(AccountView account, ExportRequest request, @Nullable String category) {
        Map<Long, AreaDensity> found = new HashMap<>();
        Optional<IncidentCounts.Question> question = request.question(category);
        question.ifPresent(asked -> density.report(account, DensityLevel.RESIDENTIAL_AREAS, asked, request.locale())
                .areas()
                .forEach(area -> found.put(area.id(), area)));
        return found;
    }

    private static List<ExportField> fields(List<IncidentCategory> shown, ExportRequest request) {
        List<ExportField> fields = new ArrayList<>(List.of(
                ExportField.text("TEN_XA", 120, "Tên xã, phường, thị trấn"),
                ExportField.text("TEN_KDC", 200, "Tên khu dân cư"),
                ExportField.text("KHOA", 120, "Khóa của địa bàn trong hệ thống"),
                ExportField.integer("SO_VU", "Số vụ việc trong kỳ").withUnit("vụ"),
                ExportField.decimal(UnitColumns.DENSITY, 16, 4, "Mật độ vụ việc")
                        .withUnit("vụ/km²·năm")));
        Set<String> used = new HashSet<>();
        boolean english = "en".equals(request.locale().getLanguage());
        for (IncidentCategory category : shown) {
            fields.add(ExportField.integer(name(category.code(), used), "Số vụ: " + category.name(english))
                    .withUnit("vụ"));
        }
        fields.add(ExportField.logical("MINH_HOA", "Dữ liệu minh hoạ"));
        return fields;
    }

    private @Nullable Object[] values(
            Feature area, Map<Long, AreaDensity> all, List<Map<Long, AreaDensity>> byCategory) {
        Unit unit = territory.find(area.id()).orElseThrow();
        AreaDensity figures = all.get(area.id());
        List<@Nullable Object> values = new ArrayList<>();
        values.add(
                territory.ancestor(unit, UnitLevel.COMMUNE).map(Unit::fullName).orElse(null));
        values.add(unit.fullName());
        values.add(unit.key());
        values.add(figures == null ? null : figures.count());
        values.add(figures == null ? null : figures.incidentsPerSqKmYear());
        for (Map<Long, AreaDensity> counts : byCategory) {
            AreaDensity found = counts.get(area.id());
            values.add(found == null ? null : found.count());
        }
        values.add(unit.synthetic());
        return values.toArray();
    }

    /** A category's code as a field name: up to ten letters, digits and _, no two the same. */
    static String name(String code, Set<String> used) {
        String plain = ("V_" + code.replaceAll("[^A-Z0-9]", "_"));
        String name = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
        for (int i = 2; !used.add(name); i++) {
            String number = "_" + i;
            name = plain.substring(0, Math.min(plain.length(), LONGEST_NAME - number.length())) + number;
        }
        return name;
    }
}
