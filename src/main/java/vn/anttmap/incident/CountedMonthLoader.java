package vn.anttmap.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import vn.anttmap.replica.ReplicaReads;

/** Reads what is counted from the register. */
@Component
class CountedMonthLoader {

    private static final int ROWS_AT_ONCE = 5_000;

    private static final String COUNTED =
            "i.withdrawn = false and i.state <> 'NOT_A_CASE' and i.local_date between :from and :to";

    private final JdbcTemplate primary;
    private final ReplicaReads replica;

    CountedMonthLoader(JdbcTemplate primary, ReplicaReads replica) {
        this.primary = primary;
        this.replica = replica;
    }

    private static final class Row {
        private int day;
        private int hour;
        private int traits;
        private int category;
        private int severity;
        private int register;
        private double longitude;
        private double latitude;
        private long[] units = IdList.EMPTY.ids();
        private long[] roads = IdList.EMPTY.ids();
    }

    /**
     * Everything that was committed when this is called is in it.
     *
     * @return of a run of months each, those without an incident included
     */
    List<CountedMonth> load(CountedNames names, YearMonth first, YearMonth last) {
        return replica.read(jdbc -> load(jdbc, names, first, last));
    }

    /** As {@link #load}, as the present transaction sees it. */
    List<CountedMonth> loadAsSeenHere(CountedNames names, YearMonth first, YearMonth last) {
        return load(primary, names, first, last);
    }

    private static List<CountedMonth> load(JdbcTemplate source, CountedNames names, YearMonth first, YearMonth last) {
        JdbcTemplate streaming = new JdbcTemplate(Objects.requireNonNull(source.getDataSource()));
        streaming.setFetchSize(ROWS_AT_ONCE);
        NamedParameterJdbcTemplate jdbc = new NamedParameterJdbcTemplate(streaming);
        Map<String, Object> period = Map.of("from", first.atDay(1), "to", last.atEndOfMonth());
        Map<UUID, Row> rows = new HashMap<>();
        List<List<Row>> months = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(new ArrayList<>());
        }
        jdbc.query("""
                select i.id, i.local_date, i.local_hour, i.category, i.severity, i.register_commune_id, i.major_case,
                       i.place_accuracy, i.near_border, i.assigned_area_id, i.occurred_until,
                       st_x(i.position) as longitude, st_y(i.position) as latitude
                from incident i where\s""" + COUNTED, period, result -> {
            Row row = row(result, names);
            LocalDate day = result.getObject("local_date", LocalDate.class);
            row.day = day.getDayOfMonth();
            rows.put(result.getObject("id", UUID.class), row);
            months.get((day.getYear() - first.getYear()) * 12 + day.getMonthValue() - first.getMonthValue())
                    .add(row);
        });
        jdbc.query("""
                select p.incident_id, p.unit_id from incident i join incident_placement p on p.incident_id = i.id
                where\s""" + COUNTED, period, result -> {
            Row row = rows.get(result.getObject("incident_id", UUID.class));
            if (row != null) {
                row.units = with(row.units, result.getLong("unit_id"));
            }
        });
        jdbc.query("""
                select r.incident_id, r.road_segment_id from incident i join incident_road r on r.incident_id = i.id
                join road_segment s on s.id = r.road_segment_id
                where\s""" + COUNTED + " order by r.distance_meters, s.segment_key", period, result -> {
            Row row = rows.get(result.getObject("incident_id", UUID.class));
            if (row != null) {
                row.roads = with(row.roads, result.getLong("road_segment_id"));
            }
        });
        List<CountedMonth> loaded = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            loaded.add(month(names, first.plusMonths(i), months.get(i)));
        }
        return loaded;
    }

    private static Row row(ResultSet result, CountedNames names) throws SQLException {
        Row row = new Row();
        String severity = result.getString("severity");
        String accuracy = result.getString("place_accuracy");
        row.hour = result.getInt("local_hour");
        row.category = names.categories().numberOf(result.getString("category"));
        row.severity = names.severities().numberOf(severity == null ? "" : severity);
        row.register = names.registers().numberOf(result.getLong("register_commune_id"));
        row.longitude = result.getDouble("longitude");
        row.latitude = result.getDouble("latitude");
        row.traits = (result.getBoolean("major_case") ? CountedMonth.MAJOR_CASE : 0)
                | (PlaceAccuracy.valueOf(accuracy).finerThanArea() ? CountedMonth.FINER_THAN_AREA : 0)
                | (PlaceAccuracy.UNKNOWN.name().equals(accuracy) ? CountedMonth.PLACE_UNKNOWN : 0)
                | (result.getBoolean("near_border") ? CountedMonth.NEAR_BORDER : 0)
                | (result.getObject("assigned_area_id") == null ? 0 : CountedMonth.ASSIGNED)
                | (result.getObject("occurred_until") == null ? 0 : CountedMonth.SPAN);
        return row;
    }

    private static long[] with(long[] ids, long id) {
        long[] more = Arrays.copyOf(ids, ids.length + 1);
        more[ids.length] = id;
        return more;
    }

    private static CountedMonth month(CountedNames names, YearMonth month, List<Row> rows) {
        int size = rows.size();
        double[] longitudes = rows.stream().mapToDouble(row -> row.longitude).toArray();
        double[] latitudes = rows.stream().mapToDouble(row -> row.latitude).toArray();
        CountedMonth made = new CountedMonth(
                month,
                new byte[size],
                new byte[size],
                new byte[size],
                new short[size],
                new short[size],
                new int[size],
                new int[size],
                new int[size],
                longitudes,
                latitudes,
                new PlacesInMetres(longitudes, latitudes));
        for (int i = 0; i < size; i++) {
            Row row = rows.get(i);
            Arrays.sort(row.units);
            made.days()[i] = (byte) row.day;
            made.hours()[i] = (byte) row.hour;
            made.traits()[i] = (byte) row.traits;
            made.categories()[i] = (short) row.category;
            made.severities()[i] = (short) row.severity;
            made.registers()[i] = row.register;
            made.units()[i] = names.units().numberOf(new IdList(row.units));
            made.roads()[i] = names.roads().numberOf(new IdList(row.roads));
        }
        return made;
    }
}
