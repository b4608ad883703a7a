package vn.anttmap.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.anttmap.geo.Extent;

/**
 * The conditions of a filter under a scope, for list, count and summary alike. Texts are fixed; every value is a bound
 * parameter. The alias of the incident is {@code i}.
 */
final class IncidentConditions {

    private static final String IN_UNIT =
            "exists (select 1 from incident_placement up where up.incident_id = i.id and up.unit_id = :unitId)";

    private static final String IN_NO_AREA = """
            (i.place_accuracy <> 'UNKNOWN' and not exists (
               select 1 from incident_placement ap join territorial_unit au on au.id = ap.unit_id
               where ap.incident_id = i.id and ap.level = 'RESIDENTIAL_AREA'
                 and (au.valid_from is null or au.valid_from <= i.local_date)
                 and (au.valid_to is null or au.valid_to > i.local_date)))""";

    private final List<String> texts = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    IncidentConditions(IncidentScope scope, IncidentFilter filter) {
        scope.addTo(this);
        if (!filter.withdrawnToo()) {
            add("i.withdrawn = false");
        }
        if (filter.from() != null) {
            add("i.local_date >= :from", "from", filter.from());
        }
        if (filter.to() != null) {
            add("i.local_date <= :to", "to", filter.to());
        }
        if (filter.category() != null) {
            add("i.category = :category", "category", filter.category());
        }
        if (filter.severity() != null) {
            add("i.severity = :severity", "severity", filter.severity());
        }
        if (filter.mineOnly()) {
            add("i.created_by = :creator", "creator", scope.account().username());
        }
        Extent extent = filter.extent();
        if (extent != null) {
            add("st_intersects(i.position, st_makeenvelope(:west, :south, :east, :north, 4326))");
            parameters.put("west", extent.west());
            parameters.put("south", extent.south());
            parameters.put("east", extent.east());
            parameters.put("north", extent.north());
        }
        if (filter.unitId() != null) {
            add(IN_UNIT, "unitId", filter.unitId());
        }
        if (filter.within() != null) {
            add(WithinGround.SQL_CONDITION);
            parameters.putAll(WithinGround.parameters(filter.within()));
        }
        addTraits(filter.traits());
    }

    private void addTraits(IncidentFilter.Traits traits) {
        if (traits.state() != null) {
            add("i.state = :state", "state", traits.state().name());
        }
        if (traits.handlingLevel() != null) {
            add(
                    "i.handling_level = :handling",
                    "handling",
                    traits.handlingLevel().name());
        }
        if (traits.majorCase() != null) {
            add("i.major_case = :majorCase", "majorCase", traits.majorCase());
        }
        if (traits.nearBorder() != null) {
            add("i.near_border = :nearBorder", "nearBorder", traits.nearBorder());
        }
        if (traits.unassigned() != null) {
            add(traits.unassigned() ? IN_NO_AREA : "not " + IN_NO_AREA);
        }
        if (traits.assigned() != null) {
            add("i.assigned_area_id is " + (traits.assigned() ? "not null" : "null"));
        }
    }

    void add(String text) {
        texts.add(text);
    }

    void add(String text, String name, Object value) {
        texts.add(text);
        parameters.put(name, value);
    }

    /** To stand behind {@code where}. */
    String text() {
        return texts.isEmpty() ? "1 = 1" : String.join(" and ", texts);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
