package vn.anttmap.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** What the trail records. */
enum AuditAction {
    INCIDENT_CREATED,
    INCIDENT_CHANGED,
    INCIDENT_WITHDRAWN,
    INCIDENT_ASSIGNED,
    INCIDENT_REDACTED,
    PHOTO_ADDED,
    PHOTO_REMOVED,
    CATEGORY_CHANGED,
    /** Exact places or notes went out. */
    INCIDENTS_SHOWN,
    DATA_EXPORTED,
    TERRITORY_IMPORTED,
    TERRITORY_IMPORT_TAKEN_BACK,
    DRAWING_STORED,
    DRAWING_TAKEN_BACK,
    BOUNDARIES_CHANGED,
    BOUNDARY_CHANGE_TAKEN_BACK,
    REPORT_EXPORTED,
    REPORT_TEXT_WRITTEN,
    STATUS_RECORDED,
    CRITERION_JUDGED,
    DOCUMENT_ADDED,
    DOCUMENT_READ,
    DOCUMENT_REMOVED,
    ORGANIZATION_WRITTEN,
    ORGANIZATION_STATUS_RECORDED,
    CRITERION_CHANGED,
    MOVEMENT_CREATED,
    MOVEMENT_CHANGED,
    MOVEMENT_WITHDRAWN,
    MOVEMENT_KIND_CHANGED,
    SECURITY_TEAM_WRITTEN,
    SIGNED_IN,
    SIGN_IN_FAILED,
    SIGNED_OUT,
    PASSWORD_CHANGED,
    ACCOUNT_CREATED,
    ACCOUNT_CHANGED,
    PASSWORD_RESET,
    SESSIONS_ENDED,
    TOKEN_CREATED,
    TOKEN_REVOKED,
    SECOND_FACTOR_SET,
    SECOND_FACTOR_REMOVED,
    SECOND_FACTOR_RESET,
    PROVIDER_LINKED,
    PROVIDER_UNLINKED,
    RECOVERY_CODES_MADE,
    RECOVERY_CODE_USED,
    PLACES_NAMED,
    BACKUP_MADE,
    BACKUP_FAILED,
    /** The database was made from an archive; entries before it are the archive's. */
    BACKUP_RESTORED,
    TRAIL_SEARCHED,
    TRAIL_VERIFIED;

    /** As it stands in the table and in answers: {@code incidents-shown}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws UserProblem naming the known actions */
    static AuditAction ofKey(String key) {
        return find(key)
                .orElseThrow(() -> UserProblem.of(
                                Kind.INVALID,
                                "choice-unknown",
                                "action",
                                Arrays.stream(values()).map(AuditAction::key).collect(Collectors.joining(", ")))
                        .at("action", key));
    }

    private static Optional<AuditAction> find(String key) {
        return Arrays.stream(values())
                .filter(action -> action.key().equals(key))
                .findFirst();
    }
}
