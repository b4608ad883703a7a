package vn.anttmap.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Accounts;
import vn.anttmap.access.NewAccount;
import vn.anttmap.access.Role;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.incident.IncidentRegister;
import vn.anttmap.node.Installation;
import vn.anttmap.territory.NewState;
import vn.anttmap.territory.NewUnit;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.TerritoryChanges;
import vn.anttmap.territory.UnitKind;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.territory.Validity;
import vn.anttmap.testing.DemoDataContract;
import vn.anttmap.testing.TestDraft;

/** What is left when the demonstration is taken out. It gets a database of its own, since it leaves little of it. */
@SpringBootTest(properties = {"anttmap.demo=true", "anttmap.demo-remove=false"})
@DirtiesContext
abstract class DemoRemovalContract extends DemoDataContract {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    /**
     * The trail is never shortened; changed settings and their histories are the service's; the list of severities and criteria
     * came with it. The reasons of changes (changeset) stay with what they belong to.
     */
    private static final Set<String> STAYING = Set.of(
            "audit_entry",
            "audit_entry_subject",
            "audit_seal",
            "incident_category_history",
            "movement_kind_history",
            "criterion_history",
            "criteria_window_history",
            "assessment_deadline_history");

    private static final Locale VI = Locale.forLanguageTag("vi");

    @Autowired
    DemoRemoval removal;

    @Autowired
    Accounts accounts;

    @Autowired
    Installation installation;

    @Autowired
    IncidentRegister register;

    @Autowired
    IncidentCounts counts;

    @Autowired
    Territory territory;

    @Autowired
    TerritoryChanges changes;

    @Autowired
    TransactionTemplate transaction;

    /** One story, because there is nothing to remove a second time. */
    @Test
    void nothingInventedStaysAndWhatIsRealStays() {
        AccountView real = accounts.create(new NewAccount(
                "nguyen-van-a",
                "a password of his own",
                "Cán bộ",
                Role.OFFICER,
                Set.of(),
                List.of(unit(XA_YEN_DINH)),
                false,
                false,
                false));
        AccountView demo = accounts.find("officer").orElseThrow();
        Point place = inside("hamlet-15394-khu-pho-1-2025");
        UUID realMark = mark(real, place);
        UUID demoMark = mark(demo, place);
        writeReport(unit(XA_YEN_DINH), 2026, real);
        writeReport(unit(XA_YEN_DINH), 2027, demo);
        // What demo accounts leave all over the place: an area drawn by hand, sign-ins, codes, a settled import.
        String drawn = drawBy("planner", place);
        jdbc.update(
                "insert into account_session (id, account_id, client, begun_at, last_seen_at)"
                        + " select ?, id, 'Firefox', current_timestamp, current_timestamp from account where username = 'officer'",
                UUID.randomUUID());
        jdbc.update(
                "insert into failed_sign_in (username, failures, last_at) values ('officer', 2, current_timestamp)");
        assertThat(installation.demo()).isTrue();

        // A real report about a hamlet that exists in the demonstration only: nothing goes, and it is told what is in
        // the way.
        writeReport(unit("hamlet-15394-khu-pho-1-2025"), 2026, real);
        int marks = rows("incident");
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> removal.remove()))
                .isInstanceOf(RealRecordsOnDemoException.class)
                .hasMessageContaining("report on Khu phố 1 (nguyen-van-a)");
        assertThat(rows("incident")).isEqualTo(marks);
        assertThat(installation.demo()).isTrue();
        jdbc.update("delete from report_text_section where report_text_id = (select max(id) from report_text)");
        jdbc.update("delete from report_text_version where report_text_id = (select max(id) from report_text)");
        jdbc.update("delete from report_text where id = (select max(id) from report_text)");

        Set<String> demoNames =
                Set.copyOf(jdbc.queryForList("select username from account where demonstration = true", String.class));
        transaction.executeWithoutResult(status -> removal.remove());
        territory.refresh();
        assertThat(rows("territorial_unit where name = '" + drawn + "'")).isZero();
        noRowIsOfTheDemonstration(demoNames);

        assertThat(installation.demo()).isFalse();
        for (String table : List.of(
                "territorial_unit",
                "unit_population",
                "road_segment",
                "security_team",
                "incident",
                "incident_history",
                "safety_assessment",
                "register_coverage")) {
            assertThat(rows(table + " where synthetic = true")).as(table).isZero();
        }
        for (String table : List.of(
                "road_segment",
                "security_team",
                "safety_assessment",
                "safety_assessment_step",
                "register_coverage",
                "incident_road")) {
            assertThat(rows(table)).as(table).isZero();
        }
        assertThat(jdbc.queryForList("select username from account", String.class))
                .containsExactly("nguyen-van-a");
        assertThat(accounts.listDemonstration(VI)).isEmpty();
        assertThat(accounts.find("officer")).isEmpty();

        assertThat(jdbc.queryForList("select recorded_by from report_text_version", String.class))
                .containsExactly("nguyen-van-a");
        assertThat(rows("report_text where unit_id = " + unit(XA_YEN_DINH) + " and period_from = '2026-01-01'"))
                .isEqualTo(1);
        assertThat(rows("report_text")).isEqualTo(1);
        assertThat(rows("report_text_section")).isEqualTo(1);

        // gis-data: 34 provinces; 1 district of Thanh Hóa and 3 of Cao Bằng; 42 and 21 communes; all hamlets synthetic.
        assertThat(units("PROVINCE")).isEqualTo(34);
        assertThat(units("DISTRICT")).isEqualTo(4);
        assertThat(units("COMMUNE")).isEqualTo(63);
        assertThat(units("RESIDENTIAL_AREA")).isZero();
        assertThat(territory.unitAt(UnitLevel.COMMUNE, place, DAY).orElseThrow().fullName())
                .isEqualTo("Xã Yên Định");
        assertThat(territory.unitAt(UnitLevel.RESIDENTIAL_AREA, place, DAY)).isEmpty();

        assertThat(jdbc.queryForList("select id from incident", UUID.class))
                .containsExactly(realMark)
                .doesNotContain(demoMark);
        assertThat(rows("incident_history where id = '" + realMark + "'")).isEqualTo(1);
        assertThat(counts.byUnit(real, UnitLevel.COMMUNE, IncidentCounts.Question.period(DAY, DAY, DAY)))
                .containsOnlyKeys(unit(XA_YEN_DINH))
                .containsValue(1);
        assertThat(register.get(real, realMark, VI).residentialArea()).isNull();
    }

    /** Every table, as the database lists them: neither made up, nor by an account of the demonstration. */
    private void noRowIsOfTheDemonstration(Set<String> demoNames) {
        List<String> tables = jdbc
                .queryForList(
                        "select table_name from information_schema.tables where table_type = 'BASE TABLE'"
                                + " and lower(table_schema) = 'public'",
                        String.class)
                .stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name ->
                        !STAYING.contains(name) && !name.startsWith("flyway") && !name.equals("spatial_ref_sys"))
                .toList();
        assertThat(tables).hasSizeGreaterThan(50).contains("incident_history", "account_token", "territory_drawing");
        for (String table : tables) {
            List<String> columns = jdbc
                    .queryForList(
                            "select column_name from information_schema.columns where lower(table_name) = ?"
                                    + " and lower(table_schema) = 'public'",
                            String.class,
                            table)
                    .stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .toList();
            if (columns.contains("synthetic")) {
                assertThat(rows(table + " where synthetic = true")).as(table).isZero();
            }
            for (String column : columns) {
                if (column.equals("username") || column.endsWith("_by")) {
                    assertThat(jdbc.queryForList("select distinct " + column + " from " + table, String.class))
                            .as(table + "." + column)
                            .doesNotContainAnyElementsOf(demoNames)
                            .doesNotContain("gis-data");
                }
            }
        }
        for (String empty : List.of(
                "account_session", "account_token", "territory_drawing", "territory_import", "boundary_change")) {
            assertThat(rows(empty)).as(empty).isZero();
        }
    }

    /** A new residential area of the demo planner's, stored as the module of drawings does. @return its name */
    private String drawBy(String account, Point place) {
        AccountView planner = accounts.find(account).orElseThrow();
        long commune = unit(XA_YEN_DINH);
        MultiPolygon square = Wgs84.FACTORY.createMultiPolygon(new Polygon[] {
            (Polygon) Wgs84.FACTORY.toGeometry(
                    new Envelope(place.getX(), place.getX() + 0.0005, place.getY(), place.getY() + 0.0005))
        });
        square.setSRID(4326);
        NewUnit unit = new NewUnit(
                "drawn-by-demo",
                UnitLevel.RESIDENTIAL_AREA,
                UnitKind.THON,
                null,
                "Thôn vẽ thử",
                "Thôn vẽ thử",
                null,
                new Validity(DAY, null),
                "thử",
                null,
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                false,
                null,
                square);
        List<Long> begun = transaction.execute(status -> changes.apply(
                planner, territory.revision(), DAY, List.of(), List.of(new NewState(unit, commune, List.of()))));
        jdbc.update(
                "insert into territory_drawing (id, kind, created_by, created_at, commune_id, name, valid_from, reason,"
                        + " taken_back, begun_ids, ended_ids) values (?, 'area', ?, current_timestamp, ?, 'Thôn vẽ thử', ?, 'thử', false, ?, '')",
                UUID.randomUUID(),
                account,
                commune,
                DAY,
                String.valueOf(begun.get(0)));
        return "Thôn vẽ thử";
    }

    private UUID mark(AccountView account, Point place) {
        UUID id = UUID.randomUUID();
        register.put(account, id, TestDraft.at(place, DAY + "T12:00:00+07:00").draft(), null, VI);
        return id;
    }

    private void writeReport(long unitId, int year, AccountView account) {
        jdbc.update(
                "insert into report_text (unit_id, period_from, period_to, version) values (?, ?, ?, 1)",
                unitId,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31));
        long id = jdbc.queryForObject("select max(id) from report_text", Long.class);
        jdbc.update(
                "insert into report_text_version (report_text_id, version, recorded_at, recorded_by)"
                        + " values (?, 1, current_timestamp, ?)",
                id,
                account.username());
        jdbc.update(
                "insert into report_text_section (report_text_id, version, section, content) values (?, 1, 'tips', 'x')",
                id);
    }

    private int units(String level) {
        return rows("territorial_unit where level = '" + level + "'");
    }

    private int rows(String tableAndCondition) {
        return jdbc.queryForObject("select count(*) from " + tableAndCondition, Integer.class);
    }
}
