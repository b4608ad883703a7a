package vn.anttmap.safety;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.node.TrailOnly;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.GivenText;

/**
 * Papers of an area's year: resolution, minutes, decision. Who judges now may add and remove them. They do not change the
 * version of the year: a form that is open meanwhile stays valid.
 */
@Service
class YearDocuments {

    static final int MOST = 20;
    static final int LARGEST_BYTES = 5 * 1024 * 1024;
    private static final int LONGEST_NAME = 200;

    private final AssessmentRecords records;
    private final YearLog log;
    private final YearFrames frames;
    private final DocumentTable documents;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    YearDocuments(
            AssessmentRecords records,
            YearLog log,
            YearFrames frames,
            DocumentTable documents,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.log = log;
        this.frames = frames;
        this.documents = documents;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** @param created false where the very same file was there before, as after an answer that was lost */
    record Stored(YearDocument document, boolean created) {}

    /** @param content the bytes as they were added */
    record File(YearDocument document, byte[] content) {}

    /** All documents of the year, removed ones too, oldest first. */
    @Transactional(readOnly = true)
    public List<YearDocument> list(AccountView account, int year, long areaId) {
        account.require(Right.READ_MAP);
        return record(account, year, areaId)
                .map(found -> documents.of(found.id()))
                .orElse(List.of());
    }

    /**
     * @param fileName as the caller named it; only its last part is kept
     * @throws UserProblem if the account may not, the file is none of the three kinds or too large, or there are too many
     */
    @Transactional
    public Stored add(AccountView account, int year, long areaId, @Nullable String fileName, byte[] content) {
        SafetyAssessment assessment = writable(account, year, areaId);
        if (content.length > LARGEST_BYTES) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "document-too-large", LARGEST_BYTES / 1024 / 1024)
                    .at("file", null);
        }
        String mediaType = DocumentType.of(content)
                .orElseThrow(() -> UserProblem.of(Kind.UNPROCESSABLE, "document-type-unknown")
                        .at("file", null))
                .mediaType();
        String sha256 = sha256(content);
        // Of two at once the second sees the first.
        jdbc.sql("select id from safety_assessment where id = ? for update")
                .param(assessment.id())
                .query(Long.class)
                .single();
        List<YearDocument> present = documents.of(assessment.id()).stream()
                .filter(document -> document.removedAt() == null)
                .toList();
        Optional<UUID> same = documents.findSame(assessment.id(), sha256);
        if (same.isPresent()) {
            return new Stored(
                    present.stream()
                            .filter(document -> document.id().equals(same.get()))
                            .findFirst()
                            .orElseThrow(),
                    false);
        }
        if (present.size() >= MOST) {
            throw UserProblem.of(Kind.CONFLICT, "documents-too-many", MOST);
        }
        YearDocument document = new YearDocument(
                UUID.randomUUID(), name(fileName), mediaType, content.length, now(), account.username(), null, null);
        documents.insert(assessment.id(), document, sha256, content);
        tell(account, year, areaId, document.id(), YearDocumentTouched.What.ADDED);
        return new Stored(document, true);
    }

    @Transactional
    public File read(AccountView account, int year, long areaId, UUID id) {
        TrailOnly.declare();
        account.require(Right.READ_MAP);
        YearDocument document = present(record(account, year, areaId), id);
        tell(account, year, areaId, id, YearDocumentTouched.What.READ);
        return new File(document, documents.content(id));
    }

    /** Removes the content for good; what it was, who removed it and when stays. */
    @Transactional
    public void remove(AccountView account, int year, long areaId, UUID id) {
        SafetyAssessment assessment = writable(account, year, areaId);
        present(Optional.of(assessment), id);
        documents.remove(id, account.username(), now());
        tell(account, year, areaId, id, YearDocumentTouched.What.REMOVED);
    }

    private Optional<SafetyAssessment> record(AccountView account, int year, long areaId) {
        return records.find(frames.of(account, year, areaId).unit(), year);
    }

    private SafetyAssessment writable(AccountView account, int year, long areaId) {
        if (!account.has(Right.SUBMIT_ASSESSMENTS)) {
            account.require(Right.DECIDE_ASSESSMENTS);
        }
        Optional<SafetyAssessment> assessment = record(account, year, areaId);
        YearRules.checkJudgement(
                account,
                assessment
                        .map(found -> log.of(found.id()))
                        .orElse(YearHistory.NONE)
                        .standing());
        return assessment.orElseThrow();
    }

    private YearDocument present(Optional<SafetyAssessment> assessment, UUID id) {
        return assessment.map(found -> documents.of(found.id())).orElse(List.of()).stream()
                .filter(document -> document.id().equals(id) && document.removedAt() == null)
                .findFirst()
                .orElseThrow(() -> UserProblem.of(Kind.NOT_FOUND, "document-unknown", id));
    }

    private void tell(AccountView account, int year, long areaId, UUID id, YearDocumentTouched.What what) {
        events.publishEvent(new YearDocumentTouched(account, year, areaId, id, what));
    }

    private static String name(@Nullable String fileName) {
        String last = fileName == null ? "" : fileName.replace('\\', '/').replaceFirst("^.*/", "");
        String clean = last.replaceAll("[\\p{Cntrl}\"<>|:*?]", "_").strip();
        String kept = GivenText.optional("file", clean, Integer.MAX_VALUE);
        if (kept == null) {
            return "van-ban";
        }
        return kept.length() <= LONGEST_NAME ? kept : kept.substring(kept.length() - LONGEST_NAME);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
