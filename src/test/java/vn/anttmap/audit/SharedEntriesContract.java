package vn.anttmap.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import vn.anttmap.access.Role;
import vn.anttmap.testing.DemoServiceContract;

/** Entries of many readers at the same moment. */
abstract class SharedEntriesContract extends DemoServiceContract {

    private static final int READERS = 16;
    private static final int ANSWERS = 10;

    @Autowired
    private SharedEntries shared;

    @Test
    void eachOfManyReadersHasItsEntriesWithTheirIncidentsWhenItGoesOn() throws Exception {
        Map<String, List<UUID>> shown = new HashMap<>();
        for (int reader = 0; reader < READERS; reader++) {
            for (int answer = 0; answer < ANSWERS; answer++) {
                List<UUID> ids = new ArrayList<>();
                // None in some, so that numbers of entries and of incidents do not run side by side.
                for (int i = 0; i < (reader + answer) % 4; i++) {
                    ids.add(UUID.randomUUID());
                }
                shown.put(UUID.randomUUID().toString(), ids);
            }
        }
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        CountDownLatch begin = new CountDownLatch(1);
        List<Future<?>> reading = new ArrayList<>();
        List<Map.Entry<String, List<UUID>>> all = List.copyOf(shown.entrySet());
        for (int reader = 0; reader < READERS; reader++) {
            List<Map.Entry<String, List<UUID>>> mine = all.subList(reader * ANSWERS, (reader + 1) * ANSWERS);
            reading.add(readers.submit(() -> {
                begin.await();
                for (Map.Entry<String, List<UUID>> answer : mine) {
                    shared.add(entry("reader").about(answer.getValue()).detail(answer.getKey()));
                    assertThat(subjects(answer.getKey())).containsExactlyInAnyOrderElementsOf(answer.getValue());
                }
                return null;
            }));
        }
        begin.countDown();
        for (Future<?> one : reading) {
            one.get();
        }
        readers.shutdown();

        for (String detail : shown.keySet()) {
            assertThat(count(detail)).isEqualTo(1);
        }
    }

    @Test
    void whatCannotBeRecordedIsToldToItsReaderAndTheNextOneIsRecorded() {
        assertThatThrownBy(() -> shared.add(entry(null).detail("nobody"))).isInstanceOf(DataAccessException.class);

        String detail = UUID.randomUUID().toString();
        shared.add(entry("reader").detail(detail));

        assertThat(jdbc.sql("select count(*) from audit_entry where detail in ('nobody', ?)")
                        .param(detail)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theSameMarksShownAgainToTheSameAccountMakeNoSecondEntry() {
        String detail = UUID.randomUUID().toString();
        List<UUID> marks = List.of(UUID.randomUUID(), UUID.randomUUID());

        shared.add(entry("reader").about(marks).detail(detail));
        shared.add(entry("reader").about(List.copyOf(marks)).detail(detail));
        assertThat(count(detail)).isEqualTo(1);

        shared.add(entry("another").about(marks).detail(detail));
        assertThat(count(detail)).isEqualTo(2);

        List<UUID> more = new ArrayList<>(marks);
        more.add(UUID.randomUUID());
        shared.add(entry("reader").about(more).detail(detail));
        assertThat(count(detail)).isEqualTo(3);
        assertThat(subjects(detail)).hasSize(7).contains(more.get(2));
    }

    @Test
    void whatCouldNotBeRecordedIsTriedAgain() {
        NewEntry refused = entry(null).detail("nobody");
        assertThatThrownBy(() -> shared.add(refused)).isInstanceOf(DataAccessException.class);

        assertThatThrownBy(() -> shared.add(refused)).isInstanceOf(DataAccessException.class);
    }

    private long count(String detail) {
        return jdbc.sql("select count(*) from audit_entry where detail = ?")
                .param(detail)
                .query(Long.class)
                .single();
    }

    private List<UUID> subjects(String detail) {
        return jdbc.sql("select s.subject_id from audit_entry_subject s join audit_entry e on e.id = s.entry_id"
                        + " where e.detail = ?")
                .param(detail)
                .query(UUID.class)
                .list();
    }

    private static NewEntry entry(String username) {
        return NewEntry.by(username, Role.OFFICER, AuditAction.INCIDENTS_SHOWN);
    }
}
