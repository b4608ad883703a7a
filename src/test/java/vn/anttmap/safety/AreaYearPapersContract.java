package vn.anttmap.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.anttmap.access.AccountView;

/** Documents of a year, and the agencies, enterprises and schools that count in the share of a commune. */
abstract class AreaYearPapersContract extends AreaYearContract {

    private static final byte[] PDF = "%PDF-1.4\n1 0 obj\nendobj\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);

    @Autowired
    YearDocuments documents;

    @Autowired
    AssessedOrganizations organizations;

    @AfterEach
    void removeOrganizations() {
        jdbc.execute("delete from assessed_organization where changed_by like 'contract-%'");
    }

    @Test
    void documentsAreKnownByTheirContentAndLeaveATrace() {
        step(officer(), registered("1-NQ/CB", 10, 10));
        YearDocuments.Stored stored =
                documents.add(officer(), YEAR, unit(PHAC_THON), "C:\\giấy tờ\\nghị quyết.pdf", PDF);

        assertThat(stored.document().name()).isEqualTo("nghị quyết.pdf");
        assertThat(stored.document().mediaType()).isEqualTo("application/pdf");
        assertThat(documents
                        .add(officer(), YEAR, unit(PHAC_THON), "again.pdf", PDF)
                        .created())
                .isFalse();
        UUID id = stored.document().id();
        assertThat(documents.read(planner(DINH_TANG), YEAR, unit(PHAC_THON), id).content())
                .isEqualTo(PDF);
        byte[] large = new byte[YearDocuments.LARGEST_BYTES];
        new Random(1).nextBytes(large);
        System.arraycopy(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, 0, large, 0, 3);
        UUID photo = documents
                .add(officer(), YEAR, unit(PHAC_THON), "ảnh.jpg", large)
                .document()
                .id();
        assertThat(documents.read(officer(), YEAR, unit(PHAC_THON), photo).content())
                .isEqualTo(large);
        assertProblem(
                "document-type-unknown",
                () -> documents.add(
                        officer(), YEAR, unit(PHAC_THON), "x.pdf", "<html>".getBytes(StandardCharsets.UTF_8)));
        assertProblem(
                "document-too-large",
                () -> documents.add(
                        officer(), YEAR, unit(PHAC_THON), "x.pdf", new byte[YearDocuments.LARGEST_BYTES + 1]));
        assertProblem("right-missing", () -> documents.add(leader(DINH_TANG), YEAR, unit(PHAC_THON), "x", PDF));
        assertProblem("right-missing", () -> documents.remove(planner(DINH_TANG), YEAR, unit(PHAC_THON), id));
        assertProblem("unit-unknown", () -> documents.read(leader(HUYEN_TRA_LINH), YEAR, unit(PHAC_THON), id));

        documents.remove(officer(), YEAR, unit(PHAC_THON), id);

        assertProblem("document-unknown", () -> documents.read(officer(), YEAR, unit(PHAC_THON), id));
        assertThat(documents.list(officer(), YEAR, unit(PHAC_THON)))
                .filteredOn(document -> document.id().equals(id))
                .allMatch(document -> "contract-officer".equals(document.removedBy()));
    }

    @Test
    void organizationsAreWrittenByOfficersOfTheCommuneAndSeenThere() {
        UUID id = UUID.randomUUID();
        AssessedOrganizations.Draft draft = organization("Trạm y tế", "agency", null);

        assertProblem("right-missing", () -> organizations.put(leader(DINH_TANG), id, draft, null));
        assertProblem("right-missing", () -> organizations.put(planner(DINH_TANG), id, draft, null));
        assertProblem("unit-unknown", () -> organizations.put(officer("other", HUYEN_TRA_LINH), id, draft, null));
        AssessedOrganizations.Stored stored = organizations.put(officer(), id, draft, null);
        assertThat(stored.created()).isTrue();
        assertThat(organizations.put(officer(), id, draft, null).created()).isFalse();
        AssessedOrganizations.Draft renamed = organization("Trạm Y tế xã", "agency", null);
        assertProblem("version-required", () -> organizations.put(officer(), id, renamed, null));
        assertProblem("organization-changed", () -> organizations.put(officer(), id, renamed, 7L));
        assertThat(organizations.put(officer(), id, renamed, 0L).organization().version())
                .isEqualTo(1);
        assertThat(organizations.list(leader(DINH_TANG), YEAR))
                .extracting(OrganizationView::name)
                .containsExactly("Trạm Y tế xã");
        assertThat(organizations.list(leader(HUYEN_TRA_LINH), YEAR)).isEmpty();
        assertProblem(
                "right-missing",
                () -> organizations.record(
                        leader(DINH_TANG), YEAR, id, new AssessedOrganizations.StepDraft("registered", null, null)));
        assertProblem(
                "right-missing",
                () -> organizations.record(
                        officer(), YEAR, id, new AssessedOrganizations.StepDraft("recognised", null, null)));
        assertProblem(
                "step-not-allowed",
                () -> organizations.record(
                        leader(DINH_TANG), YEAR, id, new AssessedOrganizations.StepDraft("recognised", null, null)));
        assertProblem(
                "organization-status",
                () -> organizations.record(
                        officer(), YEAR, id, new AssessedOrganizations.StepDraft("under_review", null, null)));
        organizations.withdraw(officer(), id, 1L);
        assertThat(organizations.list(leader(DINH_TANG), YEAR)).isEmpty();
    }

    @Test
    void aCommuneCountsItsAreasAndOrganizations() {
        AccountView officer = officer();
        UUID school = UUID.randomUUID();
        organizations.put(officer, school, organization("Trường THCS", "school", null), null);
        organizations.put(
                officer, UUID.randomUUID(), organization("Công ty đã giải thể", "enterprise", "2023-01-01"), null);
        organizations.record(officer, YEAR, school, new AssessedOrganizations.StepDraft("registered", null, null));
        organizations.record(
                leader(DINH_TANG), YEAR, school, new AssessedOrganizations.StepDraft("recognised", "7/QĐ", null));
        step(officer, registered("1-NQ/CB", 10, 10));
        int areas = jdbc.queryForObject(
                "select count(*) from territorial_unit where parent_id = ? and level = 'RESIDENTIAL_AREA'",
                Integer.class,
                unit(DINH_TANG));

        CriterionHint four = judged(year(leader(DINH_TANG), DINH_TANG), "5.4").hint();

        assertThat(four.verdict()).isEqualTo("not_met");
        int all = areas + 1;
        int needed = (int) Math.ceil(all * 70 / 100.0);
        assertThat(four.shares())
                .containsExactly(new Share("registered", 2, all, all), new Share("recognised", 1, all, needed));
        assertThat(line(four, "school-recognised").current()).isEqualTo(1);
        assertThat(line(four, "enterprise-all").current()).isZero();
        CriterionHint areasOnly = judged(years.of(leader(DINH_TANG), 2016, unit(DINH_TANG), null, VI), "6.4")
                .hint();
        assertThat(areasOnly.shares())
                .containsExactly(new Share("recognised", 0, areas, (int) Math.ceil(areas * 70 / 100.0)));
    }

    private AssessedOrganizations.Draft organization(String name, String kind, @Nullable String validTo) {
        return new AssessedOrganizations.Draft(
                name,
                kind,
                unit(DINH_TANG),
                LocalDate.of(2000, 1, 1),
                validTo == null ? null : LocalDate.parse(validTo));
    }
}
