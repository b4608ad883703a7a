package vn.anttmap.ogcapi.cql2;

import java.util.List;

/** The conformance classes that {@link Cql2Filter} and {@link Queryables} meet, as a landing page declares them. */
public final class Cql2Conformance {

    private static final String CQL2 = "http://www.opengis.net/spec/cql2/1.0/conf/";
    private static final String PART_3 = "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/";

    public static final String BASIC_CQL2 = CQL2 + "basic-cql2";
    public static final String ADVANCED_COMPARISON_OPERATORS = CQL2 + "advanced-comparison-operators";
    public static final String CASE_INSENSITIVE_COMPARISON = CQL2 + "case-insensitive-comparison";
    public static final String ACCENT_INSENSITIVE_COMPARISON = CQL2 + "accent-insensitive-comparison";
    public static final String BASIC_SPATIAL_FUNCTIONS = CQL2 + "basic-spatial-functions";
    public static final String BASIC_SPATIAL_FUNCTIONS_PLUS = CQL2 + "basic-spatial-functions-plus";
    public static final String SPATIAL_FUNCTIONS = CQL2 + "spatial-functions";
    public static final String TEMPORAL_FUNCTIONS = CQL2 + "temporal-functions";
    public static final String PROPERTY_PROPERTY = CQL2 + "property-property";
    public static final String CQL2_TEXT = CQL2 + "cql2-text";
    public static final String CQL2_JSON = CQL2 + "cql2-json";

    /** What the endpoint itself must do for these three is said in part 3: {@code /queryables} and {@code filter}. */
    public static final String QUERYABLES = PART_3 + "queryables";

    public static final String FILTER = PART_3 + "filter";
    public static final String FEATURES_FILTER = PART_3 + "features-filter";

    private Cql2Conformance() {}

    /** All of the language, without those of part 3. */
    public static List<String> language() {
        return List.of(
                BASIC_CQL2,
                ADVANCED_COMPARISON_OPERATORS,
                CASE_INSENSITIVE_COMPARISON,
                ACCENT_INSENSITIVE_COMPARISON,
                BASIC_SPATIAL_FUNCTIONS,
                BASIC_SPATIAL_FUNCTIONS_PLUS,
                SPATIAL_FUNCTIONS,
                TEMPORAL_FUNCTIONS,
                PROPERTY_PROPERTY,
                CQL2_TEXT,
                CQL2_JSON);
    }

    /** Those of part 3 that an endpoint with {@code filter}, {@code filter-lang}, {@code filter-crs} and queryables meets. */
    public static List<String> filtering() {
        return List.of(QUERYABLES, FILTER, FEATURES_FILTER);
    }
}
