package vn.anttmap.movement;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.anttmap.territory.VietnamTime;

/** The registers as they were known at the end of a past day, from the states of their entries. */
@Component
class PastEntries {

    private final JdbcClient jdbc;

    PastEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How many entries of a standing register stood on a day, by the unit they belong to.
     *
     * @param asOf day in Vietnam by whose end they were on record
     */
    Map<Long, Integer> standing(Register register, LocalDate day, LocalDate asOf) {
        Map<Long, Integer> counts = new HashMap<>();
        jdbc.sql("""
                        select h.unit_id, count(*) as entries from movement_entry_history h
                        where h.register = :register and h.changed_at < :end and h.withdrawn = false
                          and h.first_day <= :day and (h.last_day is null or h.last_day >= :day)
                          and not exists (select 1 from movement_entry_history later
                                          where later.id = h.id and later.changeset_id > h.changeset_id
                                            and later.changed_at < :end)
                        group by h.unit_id""")
                .param("register", register.key())
                .param("end", VietnamTime.endOf(asOf).atOffset(ZoneOffset.UTC))
                .param("day", day)
                .query(row -> {
                    counts.put(row.getLong("unit_id"), row.getInt("entries"));
                });
        return counts;
    }
}
