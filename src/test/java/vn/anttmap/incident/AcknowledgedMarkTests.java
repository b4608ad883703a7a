package vn.anttmap.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Accounts;
import vn.anttmap.access.NewAccount;
import vn.anttmap.access.Role;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.territory.TerritoryEditor;
import vn.anttmap.territory.TestUnits;
import vn.anttmap.testing.CountingFilePath;
import vn.anttmap.testing.TestDatabase;
import vn.anttmap.testing.TestDraft;
import vn.anttmap.testing.TestFolders;

/** On the embedded database nothing is acknowledged before the disk has it; a killed process alone would not show it. */
@SpringBootTest(properties = "anttmap.demo=false")
class AcknowledgedMarkTests {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");

    @Autowired
    private NoteRedaction redaction;

    @Autowired
    private IncidentRegister register;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private TerritoryEditor territory;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private AccountView officer;

    @DynamicPropertySource
    static void countForcedWrites(DynamicPropertyRegistry properties) {
        CountingFilePath.register();
        TestDatabase database = TestDatabase.h2gisIn(TestFolders.create("counted-"));
        properties.add(
                "spring.datasource.url",
                () -> database.url().replace("jdbc:h2:file:", "jdbc:h2:" + CountingFilePath.SCHEME + ":"));
        properties.add("spring.datasource.username", database::username);
        properties.add("spring.datasource.password", database::password);
    }

    @BeforeEach
    void anOfficerWithACommune() {
        String key = "square-" + UUID.randomUUID();
        long commune = territory
                .addUnits(List.of(TestUnits.newCommune(key, "Vuông", TestUnits.rectangle(105, 20, 105.1, 20.1))))
                .get(key);
        officer = accounts.create(new NewAccount(
                key, "square square", key, Role.OFFICER, Set.of(), List.of(commune), false, false, false));
    }

    @Test
    void forcesTheDiskBeforeItAnswersAMarkACorrectionAndAWithdrawal() {
        UUID id = UUID.randomUUID();

        int before = CountingFilePath.forced();
        register.put(officer, id, draft("TTXH"), null, VIETNAMESE);
        int marked = CountingFilePath.forced();
        assertThat(marked).as("after a mark").isGreaterThan(before);

        register.put(officer, id, draft("KHAC"), 0L, VIETNAMESE);
        int corrected = CountingFilePath.forced();
        assertThat(corrected).as("after a correction").isGreaterThan(marked);

        register.withdraw(officer, id, 1L, VIETNAMESE);
        assertThat(CountingFilePath.forced()).as("after a withdrawal").isGreaterThan(corrected);
    }

    @Test
    void forcesTheDiskBeforeItAnswersTheRemovalOfANote() {
        UUID id = UUID.randomUUID();
        register.put(officer, id, draft("TTXH"), null, VIETNAMESE);
        int before = CountingFilePath.forced();

        redaction.redact(AccountView.service(), id, "thử", NoteRedaction.Extent.NOTE_ONLY);

        assertThat(CountingFilePath.forced()).isGreaterThan(before);
    }

    /** A commit alone does not; one that reads only has nothing to force, and neither has one that is rolled back. */
    @Test
    void theEndOfAWritingTransactionForcesTheDisk() {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        int before = CountingFilePath.forced();
        jdbc.sql("update installation set demo = false").update();
        transaction.executeWithoutResult(status -> {
            write();
            status.setRollbackOnly();
        });
        transaction.setReadOnly(true);
        transaction.executeWithoutResult(status ->
                jdbc.sql("select demo from installation").query(Boolean.class).single());
        assertThat(CountingFilePath.forced()).isEqualTo(before);

        transaction.setReadOnly(false);
        transaction.executeWithoutResult(status -> write());

        assertThat(CountingFilePath.forced()).isGreaterThan(before);
    }

    private void write() {
        jdbc.sql("update installation set demo = false").update();
    }

    /** H2's default would keep commits back for half a second, which a killed process takes with it. */
    @Test
    void theDatabaseHandsOnEachCommitAtOnce() {
        String delay = jdbc.sql(
                        "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")
                .query(String.class)
                .single();

        assertThat(delay).isEqualTo("0");
    }

    @Test
    void theTestsRunOnTheSettingsOfTheService() throws IOException {
        Object shipped = new YamlPropertySourceLoader()
                .load("service", new ClassPathResource("application.yml"))
                .get(0)
                .getProperty("spring.datasource.url");

        String options = String.valueOf(shipped).replaceFirst("^[^;]*", "");
        assertThat(options).contains(";WRITE_DELAY=0;");
        assertThat(TestDatabase.h2gisIn(java.nio.file.Path.of("target")).url().replaceFirst("^[^;]*", ""))
                .isEqualTo(options);
    }

    private static IncidentDraft draft(String category) {
        return TestDraft.at(Wgs84.point(105.05, 20.05), "2020-08-03T02:00:00Z")
                .category(category)
                .draft();
    }
}
