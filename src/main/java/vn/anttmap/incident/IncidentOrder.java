package vn.anttmap.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One part of the order of a page. What is not known sorts as an empty text or -1, the same on every database, so that a
 * page can begin after any row.
 */
public record IncidentOrder(By by, boolean descending) {

    /** What rows can be ordered by. */
    public enum By {
        DAY("i.local_date", item -> item.localDate()),
        OCCURRED_AT("i.occurred_at", item -> item.occurredAt()),
        REPORTED_AT("i.reported_at", item -> item.reportedAt()),
        CHANGED_AT("i.changed_at", item -> item.changedAt()),
        CATEGORY("i.category", item -> item.category()),
        SEVERITY("coalesce(i.severity, '')", item -> item.severity() == null ? "" : item.severity()),
        STATE("i.state", item -> item.state().name()),
        HANDLING_LEVEL("i.handling_level", item -> item.handlingLevel().name()),
        PLACE_ACCURACY("i.place_accuracy", item -> item.placeAccuracy().name()),
        PERSONS_INVOLVED("coalesce(i.persons_involved, -1)", item -> number(item.personsInvolved())),
        DEAD("coalesce(i.dead, -1)", item -> number(item.dead())),
        INJURED("coalesce(i.injured, -1)", item -> number(item.injured())),
        DAMAGE_DONG("coalesce(i.damage_dong, -1)", item -> number(item.damageDong()));

        private final String sql;
        private final Function<IncidentItem, Object> value;

        By(String sql, Function<IncidentItem, Object> value) {
            this.sql = sql;
            this.value = value;
        }

        private static Object number(@org.jspecify.annotations.Nullable Number value) {
            return value == null ? -1L : value.longValue();
        }

        /** Of a row, to be remembered as text. */
        public String valueOf(IncidentItem item) {
            return value.apply(item).toString();
        }
    }

    /** Newest first, as in the list. */
    public static final List<IncidentOrder> NEWEST_FIRST = List.of(new IncidentOrder(By.DAY, true));

    /**
     * @param text as {@link By#valueOf} gave it
     * @throws IllegalArgumentException or java.time.DateTimeException if it is none
     */
    public Object parse(String text) {
        return switch (by) {
            case DAY -> LocalDate.parse(text);
            case OCCURRED_AT, REPORTED_AT, CHANGED_AT -> Instant.parse(text).atOffset(ZoneOffset.UTC);
            case PERSONS_INVOLVED, DEAD, INJURED, DAMAGE_DONG -> Long.parseLong(text);
            default -> text;
        };
    }

    static String sql(List<IncidentOrder> order) {
        StringBuilder sql = new StringBuilder();
        for (IncidentOrder part : order) {
            sql.append(part.by().sql).append(part.descending() ? " desc, " : ", ");
        }
        return sql.append("i.id").toString();
    }

    /** Limits to the rows behind one: the first part lets an index begin there, the rest decides. */
    static void continueAfter(IncidentConditions conditions, List<IncidentOrder> order, IncidentItems.After after) {
        List<String> ways = new ArrayList<>();
        StringBuilder same = new StringBuilder();
        for (int n = 0; n < order.size(); n++) {
            IncidentOrder part = order.get(n);
            String name = "after" + n;
            conditions.parameters().put(name, after.values().get(n));
            ways.add("(" + same + part.by().sql + (part.descending() ? " < :" : " > :") + name + ")");
            same.append(part.by().sql).append(" = :").append(name).append(" and ");
        }
        ways.add("(" + same + "i.id > :afterId)");
        conditions.add("(" + String.join(" or ", ways) + ")", "afterId", after.id());
        if (!order.isEmpty()) {
            IncidentOrder first = order.get(0);
            conditions.add(first.by().sql + (first.descending() ? " <= :after0" : " >= :after0"));
        }
    }
}
