package vn.anttmap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Accounts;
import vn.anttmap.access.Installation;
import vn.anttmap.access.NewAccount;
import vn.anttmap.access.Role;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.incident.IncidentRegister;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.testing.DemoDataContract;
import vn.anttmap.testing.TestDraft;

/** What is left when the demonstration is taken out. It gets a database of its own, since it leaves little of it. */
@SpringBootTest(properties = {"anttmap.demo=true", "anttmap.demo-remove=false"})
@DirtiesContext
abstract class DemoRemovalContract extends DemoDataContract {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
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
        writeReport(unit("hamlet-15394-khu-pho-1-2025"), 2026, real);
        assertThat(installation.demo()).isTrue();

        transaction.executeWithoutResult(status -> removal.remove());
        territory.refresh();

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
