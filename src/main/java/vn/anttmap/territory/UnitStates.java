package vn.anttmap.territory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends, resumes and removes states by their ids, all in a few statements: read and written one by one, each would travel with
 * its boundary. In the caller's transaction, which holds the revision of the territory.
 */
@Component
class UnitStates {

    private final JdbcClient jdbc;

    UnitStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param day first day on which they no longer hold */
    void end(Collection<Long> ids, LocalDate day) {
        for (List<Long> some : Chunks.of(ids)) {
            jdbc.sql("update territorial_unit set valid_to = :day, version = version + 1 where id in (:ids)")
                    .param("day", day)
                    .param("ids", some)
                    .update();
        }
    }

    void goOn(Collection<Long> ids) {
        for (List<Long> some : Chunks.of(ids)) {
            jdbc.sql("update territorial_unit set valid_to = null, version = version + 1 where id in (:ids)")
                    .param("ids", some)
                    .update();
        }
    }

    /** @param ids of which none is a part of another */
    void remove(Collection<Long> ids) {
        for (List<Long> some : Chunks.of(ids)) {
            jdbc.sql("delete from unit_population where unit_id in (:ids)")
                    .param("ids", some)
                    .update();
            jdbc.sql("delete from territorial_unit where id in (:ids)")
                    .param("ids", some)
                    .update();
        }
    }
}
