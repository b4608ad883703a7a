package vn.anttmap.ogcapi.cql2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A condition to stand behind {@code where}, in brackets. What a client sent is in the values only.
 *
 * @param pieces fixed texts around the values, one more than there are values
 * @param values String, Long, Double, Boolean, LocalDate, OffsetDateTime in UTC, or a geometry as WKB (byte[])
 */
public record SqlCondition(List<String> pieces, List<Object> values) {

    public SqlCondition {
        if (pieces.size() != values.size() + 1) {
            throw new IllegalArgumentException("one piece more than values");
        }
        pieces = List.copyOf(pieces);
        values = List.copyOf(values);
    }

    /** With {@code ?} for each of {@link #values}. */
    public String text() {
        return String.join("?", pieces);
    }

    /**
     * With named parameters, for a statement that has others.
     *
     * @param prefix of the names, such as {@code cql}, which gives {@code :cql0}, {@code :cql1} …
     */
    public String text(String prefix) {
        StringBuilder text = new StringBuilder(pieces.get(0));
        for (int i = 1; i < pieces.size(); i++) {
            text.append(':').append(prefix).append(i - 1).append(pieces.get(i));
        }
        return text.toString();
    }

    /** The values of {@link #text(String)} by name, without colon. */
    public Map<String, Object> parameters(String prefix) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            parameters.put(prefix + i, values.get(i));
        }
        return parameters;
    }
}
