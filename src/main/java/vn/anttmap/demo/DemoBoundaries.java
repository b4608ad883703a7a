package vn.anttmap.demo;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Role;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.territory.RoadChanges;
import vn.anttmap.territory.TerritoryChanges;

/** Boundaries and roads that demo accounts imported, drew and changed: taken back as people would, newest first. */
@Component
class DemoBoundaries {

    private static final AccountView PLANNER =
            new AccountView(0, "service", "service", Role.PLANNER, Set.of(), List.of(), true);

    private final JdbcTemplate jdbc;
    private final TerritoryChanges units;
    private final RoadChanges roads;

    DemoBoundaries(JdbcTemplate jdbc, TerritoryChanges units, RoadChanges roads) {
        this.jdbc = jdbc;
        this.units = units;
        this.roads = roads;
    }

    /** @param ids that began; that ended; that got their first boundary */
    private record Change(boolean ofRoads, LocalDate day, List<Long> begun, List<Long> ended, List<Long> drawn) {

        long newest() {
            return begun.stream().mapToLong(Long::longValue).max().orElse(0);
        }
    }

    /** What they made counts as made up from here on. */
    void markAsDemo() {
        for (Change change : changes()) {
            String table = change.ofRoads() ? "road_segment" : "territorial_unit";
            for (long id : change.begun()) {
                jdbc.update("update " + table + " set synthetic = true where id = ?", id);
            }
        }
    }

    void takeBack() {
        List<Change> changes = changes().stream()
                .sorted(Comparator.comparingLong(Change::newest).reversed())
                .toList();
        for (Change change : changes) {
            try {
                if (change.ofRoads()) {
                    roads.takeBack(PLANNER, change.day(), change.ended(), change.begun());
                } else {
                    units.takeBack(PLANNER, change.day(), change.ended(), change.begun(), change.drawn());
                }
            } catch (UserProblem e) {
                throw new RealRecordsOnDemoException(List.of("change of boundaries after one of the demonstration ("
                        + (e.arguments().length == 0 ? e.key() : e.arguments()[0]) + ")"));
            }
        }
        jdbc.update("delete from territory_import_part where import_id in (select id from territory_import where"
                + " created_by in " + DemoRemoval.DEMO_ACCOUNTS + ")");
        for (String table : List.of("territory_import", "territory_drawing", "boundary_change")) {
            jdbc.update("delete from " + table + " where created_by in " + DemoRemoval.DEMO_ACCOUNTS);
        }
    }

    private List<Change> changes() {
        List<Change> changes = new java.util.ArrayList<>();
        read(
                changes,
                "select collection = 'road-segments' as of_roads, valid_from, begun_ids, ended_ids, drawn_ids"
                        + " from territory_import where state = 'STORED' and created_by in ");
        read(
                changes,
                "select kind = 'road' as of_roads, valid_from, begun_ids, ended_ids, '' as drawn_ids"
                        + " from territory_drawing where taken_back = false and created_by in ");
        read(
                changes,
                "select false as of_roads, valid_from, begun_ids, ended_ids, '' as drawn_ids"
                        + " from boundary_change where state = 'STORED' and created_by in ");
        return changes;
    }

    private void read(List<Change> changes, String query) {
        changes.addAll(jdbc.query(
                query + DemoRemoval.DEMO_ACCOUNTS,
                (row, number) -> new Change(
                        row.getBoolean("of_roads"),
                        row.getObject("valid_from", LocalDate.class),
                        ids(row.getString("begun_ids")),
                        ids(row.getString("ended_ids")),
                        ids(row.getString("drawn_ids")))));
    }

    private static List<Long> ids(@Nullable String text) {
        return text == null || text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(Long::valueOf).toList();
    }
}
