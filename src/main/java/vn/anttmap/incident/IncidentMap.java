package vn.anttmap.incident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.geo.WebMercator;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.territory.NearRoad;
import vn.anttmap.territory.Territory;

/**
 * All marks that count, in memory, for drawing the map tile by tile: read at the first question, then kept up by whoever
 * hears of changes. Never the only copy.
 */
@Service
public class IncidentMap {

    private static final int ROWS_AT_ONCE = 5_000;
    private static final int IDS_AT_ONCE = 500;
    private static final String COLUMNS = """
            select i.id, st_x(i.position) as longitude, st_y(i.position) as latitude, i.local_date, i.category, i.severity,
                   i.place_accuracy, i.register_commune_id
            from incident i where i.withdrawn = false and i.state <> 'NOT_A_CASE'""";
    private static final String COUNT =
            "select count(*) from incident i where i.withdrawn = false and i.state <> 'NOT_A_CASE'";
    private static final String PAST_COLUMNS = """
            select i.id, st_x(i.position) as longitude, st_y(i.position) as latitude, i.local_date, i.category, i.severity,
                   i.place_accuracy, i.register_commune_id
            from incident_history i where i.id in (:ids) and i.position is not null""";
    private static final RowMapper<Mark> MARK = (row, number) -> {
        String severity = row.getString("severity");
        return new Mark(
                row.getObject("id", UUID.class),
                MarkTable.code(row.getDouble("longitude"), row.getDouble("latitude")),
                (int) row.getObject("local_date", LocalDate.class).toEpochDay(),
                row.getLong("register_commune_id"),
                row.getString("category"),
                severity == null ? "" : severity,
                PlaceAccuracy.valueOf(row.getString("place_accuracy")));
    };

    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionTemplate readOnly;
    private final IncidentAudience audience;
    private final Territory territory;
    private final IncidentSettings settings;
    private final ApplicationEventPublisher events;
    private volatile @Nullable MarkTable table;

    IncidentMap(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            IncidentAudience audience,
            Territory territory,
            IncidentSettings settings,
            ApplicationEventPublisher events) {
        JdbcTemplate streaming = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        streaming.setFetchSize(ROWS_AT_ONCE);
        this.jdbc = new NamedParameterJdbcTemplate(streaming);
        this.readOnly = new TransactionTemplate(transactions);
        this.readOnly.setReadOnly(true);
        this.audience = audience;
        this.territory = territory;
        this.settings = settings;
        this.events = events;
    }

    /**
     * A mark as the map needs it.
     *
     * @param code its place, see {@link #longitude} and {@link #latitude}
     * @param epochDay local day in Vietnam, {@link LocalDate#toEpochDay()}
     * @param severity empty while not classified
     */
    public record Mark(
            UUID id,
            long code,
            int epochDay,
            long registerCommuneId,
            String category,
            String severity,
            PlaceAccuracy accuracy) {

        /** Degrees, to 4 cm. */
        public double longitude() {
            return WebMercator.longitude(MarkTable.half(code) / (double) (1L << MarkTable.BITS));
        }

        /** Degrees, to 4 cm. */
        public double latitude() {
            return WebMercator.latitude(MarkTable.half(code >>> 1) / (double) (1L << MarkTable.BITS));
        }

        public LocalDate day() {
            return LocalDate.ofEpochDay(epochDay);
        }
    }

    /**
     * Which marks; null means no limit.
     *
     * @param from first local day
     * @param to last local day, included
     */
    public record Question(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String category,
            @Nullable String severity) {}

    /** Marks of squares of the map that an account may see, at one moment; for one thread. */
    public static final class Square {

        private final MarkTable.Reading marks;

        Square(MarkTable.Reading marks) {
            this.marks = marks;
        }

        /** How many lie in each cell of a square of tiles. @return row by row from the north-west */
        public int[] counts(int zoom, int column, int row, int cellsASide) {
            int[] counts = new int[cellsASide * cellsASide];
            int shift = MarkTable.BITS - zoom - Integer.numberOfTrailingZeros(cellsASide);
            marks.in(zoom, column, row, (x, y, mark) -> {
                int cellX = (x >>> shift) & cellsASide - 1;
                int cellY = (y >>> shift) & cellsASide - 1;
                counts[cellY * cellsASide + cellX]++;
            });
            return counts;
        }

        /**
         * Those of a tile and of a margin around it, or null where there are more than so many.
         *
         * @param marginDivisor the margin is the side of the tile divided by this, a power of two
         */
        public @Nullable List<Mark> list(int zoom, int column, int row, int marginDivisor, int most) {
            int side = MarkTable.BITS - zoom;
            long margin = (1L << side) / marginDivisor;
            long west = ((long) column << side) - margin;
            long north = ((long) row << side) - margin;
            long across = (1L << side) + 2 * margin;
            int last = (1 << zoom) - 1;
            List<Mark> found = new ArrayList<>();
            int[] count = {0};
            for (int y = Math.max(0, row - 1); y <= Math.min(last, row + 1); y++) {
                for (int x = Math.max(0, column - 1); x <= Math.min(last, column + 1); x++) {
                    marks.in(zoom, x, y, (markX, markY, mark) -> {
                        boolean inside =
                                markX >= west && markX < west + across && markY >= north && markY < north + across;
                        if (inside && count[0]++ < most) {
                            found.add(mark.get());
                        }
                    });
                }
            }
            return count[0] > most ? null : found;
        }
    }

    /** @throws vn.anttmap.problem.UserProblem where the account may not see single places */
    public Square ask(AccountView account, Question question) {
        account.require(Right.SEE_INCIDENT_POINTS);
        return new Square(current()
                .reading(new MarkTable.Wanted(
                        question.from() == null
                                ? Integer.MIN_VALUE
                                : (int) question.from().toEpochDay(),
                        question.to() == null
                                ? Integer.MAX_VALUE
                                : (int) question.to().toEpochDay(),
                        question.category() == null ? "" : question.category(),
                        question.severity() == null ? "" : question.severity(),
                        audience.of(account))));
    }

    /**
     * To be called with each answer in which single places go out, outside of any transaction: entries of many readers are
     * committed together. Returns when the entry is in the trail.
     *
     * @param how what the audit trail calls that answer
     */
    public void tell(AccountView account, List<UUID> ids, String how) {
        account.require(Right.SEE_INCIDENT_POINTS);
        events.publishEvent(new IncidentsShown(account, ids, true, false, how));
    }

    /**
     * What became of some incidents.
     *
     * @param marks as they were and as they are; as they ever were, where the table had not been read
     * @param unitIds units, of any day, that they count in or have counted in
     * @param roadIds roads that they may count or have counted for
     */
    public record Change(List<Mark> marks, Set<Long> unitIds, Set<Long> roadIds) {}

    /** Reads incidents anew that were written somewhere. */
    public Change changed(Collection<UUID> ids) {
        List<Mark> before = new ArrayList<>();
        List<Mark> after = new ArrayList<>();
        Set<Long> unitIds = new HashSet<>();
        List<UUID> all = List.copyOf(new HashSet<>(ids));
        synchronized (this) {
            for (int i = 0; i < all.size(); i += IDS_AT_ONCE) {
                List<UUID> some = all.subList(i, Math.min(all.size(), i + IDS_AT_ONCE));
                after.addAll(jdbc.query(COLUMNS + " and i.id in (:ids)", Map.of("ids", some), MARK));
                jdbc.query(
                        "select unit_id from incident_placement where incident_id in (:ids)"
                                + " union select unit_id from incident_placement_past where incident_id in (:ids)",
                        Map.of("ids", some),
                        row -> {
                            unitIds.add(row.getLong("unit_id"));
                        });
            }
            MarkTable known = table;
            Set<UUID> changed = Set.copyOf(all);
            before.addAll(known == null ? everBefore(all) : known.find(changed));
            if (known != null) {
                table = known.with(changed, after);
            }
        }
        before.addAll(after);
        Set<Long> roadIds = new HashSet<>();
        for (Mark mark : before) {
            // Twice the distance: a place in the table is rounded, and whatever is named too much is only looked at.
            territory
                    .roadsNear(Wgs84.point(mark.longitude(), mark.latitude()), 2 * settings.roadDistanceMeters())
                    .stream()
                    .map(NearRoad::road)
                    .forEach(road -> roadIds.add(road.id()));
        }
        return new Change(before, unitIds, roadIds);
    }

    private List<Mark> everBefore(List<UUID> ids) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < ids.size(); i += IDS_AT_ONCE) {
            marks.addAll(jdbc.query(
                    PAST_COLUMNS, Map.of("ids", ids.subList(i, Math.min(ids.size(), i + IDS_AT_ONCE))), MARK));
        }
        return marks;
    }

    /** Something may have been missed, or registers have moved to other communes: all is read anew at the next question. */
    public synchronized void forget() {
        table = null;
    }

    private MarkTable current() {
        MarkTable known = table;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            known = table;
            if (known == null) {
                known = MarkTable.ofColumns(Objects.requireNonNull(readOnly.execute(status -> read())));
                table = known;
            }
            return known;
        }
    }

    private MarkColumns read() {
        Integer expected = jdbc.queryForObject(COUNT, Map.of(), Integer.class);
        MarkColumns columns = new MarkColumns(new MarkWords(), expected == null ? 0 : expected);
        jdbc.query(COLUMNS, Map.of(), row -> {
            columns.add(Objects.requireNonNull(MARK.mapRow(row, 0)));
        });
        return columns;
    }
}
