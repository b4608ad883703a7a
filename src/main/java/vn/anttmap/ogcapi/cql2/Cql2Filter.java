package vn.anttmap.ogcapi.cql2;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A filter in CQL2 (OGC 21-065r2) that fits the queryables of a collection. Immutable, safe to share between threads. */
public final class Cql2Filter {

    /** {@code filter-lang}. */
    public enum Encoding {
        TEXT("cql2-text"),
        JSON("cql2-json");

        private final String filterLang;

        Encoding(String filterLang) {
            this.filterLang = filterLang;
        }

        /** The value of {@code filter-lang}. */
        public String filterLang() {
            return filterLang;
        }

        /** By the value of {@code filter-lang}. */
        public static Optional<Encoding> find(String filterLang) {
            return Arrays.stream(values())
                    .filter(encoding -> encoding.filterLang.equals(filterLang))
                    .findFirst();
        }
    }

    private final Condition written;
    private final Condition resolved;
    private final Queryables queryables;

    private Cql2Filter(Condition written, Condition resolved, Queryables queryables) {
        this.written = written;
        this.resolved = resolved;
        this.queryables = queryables;
    }

    /**
     * Reads and checks.
     *
     * @param crs of the coordinates in it; {@link FilterCrs#CRS84} where nothing else was said
     * @throws vn.anttmap.problem.UserProblem of kind INVALID: {@code filter-unreadable}, {@code filter-property-unknown},
     *     {@code filter-types-differ}, {@code filter-value-invalid} or {@code filter-too-large}, with the place and what is
     *     wanted there
     */
    public static Cql2Filter parse(String filter, Encoding encoding, Queryables queryables, FilterCrs crs) {
        ParsedFilter parsed = encoding == Encoding.TEXT ? TextParser.parse(filter) : JsonParser.parse(filter);
        Condition resolved = new Resolver(queryables, crs, parsed.positions()).resolve(parsed.condition());
        return new Cql2Filter(parsed.condition(), resolved, queryables);
    }

    /** As a condition on the columns of the queryables. */
    public SqlCondition toSql(SqlDialect dialect) {
        return SqlTranslation.translate(resolved, queryables, dialect);
    }

    /**
     * Whether a feature meets it; what is unknown for want of a value does not, as in SQL.
     *
     * @param properties values by name: String or enum, Long, Integer, Double or BigDecimal, Boolean, LocalDate, Instant or
     *     OffsetDateTime, Geometry in EPSG:4326, or null
     * @param geometry for the properties of type geometry that {@code properties} does not give
     */
    public boolean matches(Function<String, @Nullable Object> properties, @Nullable Geometry geometry) {
        Function<String, @Nullable Object> all = name -> {
            Object value = properties.apply(name);
            boolean isGeometry = queryables.find(name).orElseThrow().type() == ValueType.GEOMETRY;
            return value == null && isGeometry ? geometry : value;
        };
        return Boolean.TRUE.equals(new Evaluation(all).test(resolved));
    }

    /** The filter in CQL2 text; reading it gives an equal filter. */
    public String toText() {
        return TextPrinter.print(written);
    }

    /** The filter in CQL2 JSON; reading it gives an equal filter. */
    public String toJson() {
        return JsonPrinter.print(written);
    }
}
