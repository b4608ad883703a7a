package vn.anttmap.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.anttmap.access.AccountWritten;
import vn.anttmap.access.PasswordChanged;
import vn.anttmap.access.SignInFailed;
import vn.anttmap.access.SignInWithoutAccount;
import vn.anttmap.access.SignedIn;
import vn.anttmap.access.SignedOut;
import vn.anttmap.backup.BackupMade;
import vn.anttmap.boundarychange.BoundaryChanged;
import vn.anttmap.drawing.DrawingStored;
import vn.anttmap.exchange.DataExported;
import vn.anttmap.exchange.TerritoryImported;
import vn.anttmap.incident.IncidentCategoryChanged;
import vn.anttmap.incident.IncidentWritten;
import vn.anttmap.incident.IncidentsShown;
import vn.anttmap.movement.MovementEntryWritten;
import vn.anttmap.movement.MovementKindChanged;
import vn.anttmap.movement.SecurityTeamWritten;
import vn.anttmap.report.ReportExported;
import vn.anttmap.report.ReportTextWritten;
import vn.anttmap.safety.CriterionChanged;
import vn.anttmap.safety.CriterionJudged;
import vn.anttmap.safety.OrganizationStatusRecorded;
import vn.anttmap.safety.OrganizationWritten;
import vn.anttmap.safety.StatusRecorded;
import vn.anttmap.safety.YearDocumentTouched;
import vn.anttmap.setup.PlacesNamed;

/**
 * Turns what the other modules tell into entries. Each listener works in the publisher's transaction and lets a failure
 * through: what cannot be recorded does not happen and is not shown.
 */
@Component
class AuditEvents {

    /** Stands for a name that no account has: people type passwords into the wrong field. */
    private static final String NOBODY = "?";

    /** Stands for the service itself. */
    private static final String SERVICE = "-";

    private final AuditTrail trail;
    private final SharedEntries shared;

    AuditEvents(AuditTrail trail, SharedEntries shared) {
        this.trail = trail;
        this.shared = shared;
    }

    @EventListener
    void written(IncidentWritten event) {
        trail.add(NewEntry.by(event.account(), action(event.change()))
                .about(List.of(event.incidentId()))
                .detail(details("version", event.version(), "reason", event.reason() == null ? null : "given")));
    }

    @EventListener
    void backedUp(BackupMade event) {
        AuditAction action = event.problem() == null ? AuditAction.BACKUP_MADE : AuditAction.BACKUP_FAILED;
        NewEntry entry = event.by() == null ? NewEntry.by(SERVICE, null, action) : NewEntry.by(event.by(), action);
        trail.add(entry.count(event.rows()).detail(details("name", event.name(), "cause", event.problem())));
    }

    @EventListener
    void shown(IncidentsShown event) {
        NewEntry entry = NewEntry.by(event.account(), AuditAction.INCIDENTS_SHOWN)
                .about(event.incidentIds())
                .detail(details(
                        "how",
                        event.how(),
                        "places",
                        event.exactPlaces() ? "yes" : "no",
                        "notes",
                        event.notes() ? "yes" : "no",
                        "request",
                        request()));
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            trail.add(entry);
        } else {
            shared.add(entry);
        }
    }

    @EventListener
    void exported(DataExported event) {
        trail.add(NewEntry.by(event.account(), AuditAction.DATA_EXPORTED)
                .about("collection", event.collection())
                .count(event.rows())
                .detail(details(
                        "format", event.format(),
                        "crs", event.crs(),
                        "from", event.from(),
                        "to", event.to(),
                        "boundaryDay", event.boundaryDay(),
                        "bbox", event.bbox(),
                        "within", event.within(),
                        "category", event.category())));
    }

    @EventListener
    void imported(TerritoryImported event) {
        AuditAction action =
                event.takenBack() ? AuditAction.TERRITORY_IMPORT_TAKEN_BACK : AuditAction.TERRITORY_IMPORTED;
        trail.add(NewEntry.by(event.account(), action)
                .about("area", event.unitId())
                .count(event.changes())
                .detail(details(
                        "collection", event.collection(),
                        "fileName", event.fileName(),
                        "validFrom", event.validFrom())));
    }

    @EventListener
    void changed(BoundaryChanged event) {
        AuditAction action =
                event.takenBack() ? AuditAction.BOUNDARY_CHANGE_TAKEN_BACK : AuditAction.BOUNDARIES_CHANGED;
        trail.add(NewEntry.by(event.account(), action)
                .about("boundary-change", event.changeId())
                .count(event.changes())
                .detail(details(
                        "kind",
                        event.kind(),
                        "validFrom",
                        event.day(),
                        "decision",
                        event.decision(),
                        "reason",
                        event.reason())));
    }

    @EventListener
    void drawn(DrawingStored event) {
        trail.add(NewEntry.by(
                        event.account(),
                        event.takenBack() ? AuditAction.DRAWING_TAKEN_BACK : AuditAction.DRAWING_STORED)
                .about("area", event.communeId())
                .detail(details(
                        "drawing", event.drawingId(),
                        "what", event.kind(),
                        "validFrom", event.validFrom())));
    }

    @EventListener
    void exported(ReportExported event) {
        trail.add(NewEntry.by(event.account(), AuditAction.REPORT_EXPORTED)
                .about("area", event.areaId())
                .detail(details(
                        "format", event.format(),
                        "from", event.from(),
                        "to", event.to(),
                        "boundaryDay", event.boundaryDay())));
    }

    @EventListener
    void written(ReportTextWritten event) {
        trail.add(NewEntry.by(event.account(), AuditAction.REPORT_TEXT_WRITTEN)
                .about("area", event.areaId())
                .detail(details("from", event.from(), "to", event.to(), "version", event.version())));
    }

    @EventListener
    void changed(IncidentCategoryChanged event) {
        trail.add(NewEntry.by(event.account(), AuditAction.CATEGORY_CHANGED)
                .about("category", event.code())
                .detail(details("created", event.created() ? "yes" : "no")));
    }

    @EventListener
    void recorded(StatusRecorded event) {
        trail.add(NewEntry.by(event.account(), AuditAction.STATUS_RECORDED)
                .about("area", event.areaId())
                .detail(details("year", event.year(), "before", event.before(), "status", event.status())));
    }

    @EventListener
    void judged(CriterionJudged event) {
        trail.add(NewEntry.by(event.account(), AuditAction.CRITERION_JUDGED)
                .about("area", event.areaId())
                .detail(details("year", event.year(), "criterion", event.code(), "verdict", event.verdict())));
    }

    @EventListener
    void document(YearDocumentTouched event) {
        AuditAction action =
                switch (event.what()) {
                    case ADDED -> AuditAction.DOCUMENT_ADDED;
                    case READ -> AuditAction.DOCUMENT_READ;
                    case REMOVED -> AuditAction.DOCUMENT_REMOVED;
                };
        trail.add(NewEntry.by(event.account(), action)
                .about("area", event.areaId())
                .detail(details("year", event.year(), "document", event.documentId())));
    }

    @EventListener
    void written(OrganizationWritten event) {
        trail.add(NewEntry.by(event.account(), AuditAction.ORGANIZATION_WRITTEN)
                .about("organization", event.id())
                .detail(details("change", event.change(), "version", event.version())));
    }

    @EventListener
    void recorded(OrganizationStatusRecorded event) {
        trail.add(NewEntry.by(event.account(), AuditAction.ORGANIZATION_STATUS_RECORDED)
                .about("organization", event.id())
                .detail(details("year", event.year(), "before", event.before(), "status", event.status())));
    }

    @EventListener
    void written(MovementEntryWritten event) {
        AuditAction action =
                switch (event.change()) {
                    case CREATED -> AuditAction.MOVEMENT_CREATED;
                    case CHANGED -> AuditAction.MOVEMENT_CHANGED;
                    case WITHDRAWN -> AuditAction.MOVEMENT_WITHDRAWN;
                };
        trail.add(NewEntry.by(event.account(), action)
                .about(event.register().key(), event.entryId())
                .detail(details("version", event.version())));
    }

    @EventListener
    void changed(MovementKindChanged event) {
        trail.add(NewEntry.by(event.account(), AuditAction.MOVEMENT_KIND_CHANGED)
                .about("movement-kind", event.kind())
                .detail(details("created", event.created() ? "yes" : "no")));
    }

    @EventListener
    void written(SecurityTeamWritten event) {
        trail.add(NewEntry.by(event.account(), AuditAction.SECURITY_TEAM_WRITTEN)
                .about("security-team", event.teamId())
                .detail(details(
                        "version",
                        event.version(),
                        "created",
                        event.change() == SecurityTeamWritten.Change.CREATED ? "yes" : "no",
                        "change",
                        event.change() == SecurityTeamWritten.Change.WITHDRAWN ? "withdrawn" : null)));
    }

    @EventListener
    void changed(CriterionChanged event) {
        trail.add(NewEntry.by(event.account(), AuditAction.CRITERION_CHANGED)
                .about("criterion", event.criterion())
                .detail(details("created", event.created() ? "yes" : "no")));
    }

    @EventListener
    void signedIn(SignedIn event) {
        trail.add(NewEntry.by(event.username(), event.role(), AuditAction.SIGNED_IN)
                .detail(details("by", event.by().name().toLowerCase(java.util.Locale.ROOT))));
    }

    @EventListener
    void failed(SignInFailed event) {
        String username = event.username() == null ? NOBODY : event.username();
        trail.add(NewEntry.by(username, null, AuditAction.SIGN_IN_FAILED)
                .detail(details("cause", event.switchedOff() ? "switched-off" : "wrong")));
    }

    @EventListener
    void stranger(SignInWithoutAccount event) {
        trail.add(NewEntry.by(NOBODY, null, AuditAction.SIGN_IN_FAILED)
                .detail(details(
                        "cause",
                        "not-linked",
                        "subject",
                        encoded(event.subject()),
                        "name",
                        event.name() == null ? null : encoded(event.name()))));
    }

    /** What somebody else's system calls a person may hold any sign. */
    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    @EventListener
    void signedOut(SignedOut event) {
        trail.add(NewEntry.by(event.username(), event.role(), AuditAction.SIGNED_OUT));
    }

    @EventListener
    void passwordChanged(PasswordChanged event) {
        trail.add(NewEntry.by(event.username(), event.role(), AuditAction.PASSWORD_CHANGED));
    }

    @EventListener
    void written(AccountWritten event) {
        NewEntry entry = NewEntry.by(event.by(), action(event.change())).about("account", event.username());
        trail.add(event.detail() == null ? entry : entry.detail(event.detail()));
    }

    @EventListener
    void named(PlacesNamed event) {
        trail.add(NewEntry.by(event.by(), AuditAction.PLACES_NAMED).detail(event.detail()));
    }

    private static AuditAction action(AccountWritten.Change change) {
        return switch (change) {
            case CREATED -> AuditAction.ACCOUNT_CREATED;
            case CHANGED -> AuditAction.ACCOUNT_CHANGED;
            case PASSWORD_RESET -> AuditAction.PASSWORD_RESET;
            case SESSIONS_ENDED -> AuditAction.SESSIONS_ENDED;
            case TOKEN_CREATED -> AuditAction.TOKEN_CREATED;
            case TOKEN_REVOKED -> AuditAction.TOKEN_REVOKED;
            case SECOND_FACTOR_SET -> AuditAction.SECOND_FACTOR_SET;
            case SECOND_FACTOR_REMOVED -> AuditAction.SECOND_FACTOR_REMOVED;
            case SECOND_FACTOR_RESET -> AuditAction.SECOND_FACTOR_RESET;
            case RECOVERY_CODES_MADE -> AuditAction.RECOVERY_CODES_MADE;
            case RECOVERY_CODE_USED -> AuditAction.RECOVERY_CODE_USED;
            case PROVIDER_LINKED -> AuditAction.PROVIDER_LINKED;
            case PROVIDER_UNLINKED -> AuditAction.PROVIDER_UNLINKED;
        };
    }

    private static AuditAction action(IncidentWritten.Change change) {
        return switch (change) {
            case CREATED -> AuditAction.INCIDENT_CREATED;
            case CHANGED -> AuditAction.INCIDENT_CHANGED;
            case WITHDRAWN -> AuditAction.INCIDENT_WITHDRAWN;
            case ASSIGNED -> AuditAction.INCIDENT_ASSIGNED;
            case REDACTED -> AuditAction.INCIDENT_REDACTED;
            case PHOTO_ADDED -> AuditAction.PHOTO_ADDED;
            case PHOTO_REMOVED -> AuditAction.PHOTO_REMOVED;
        };
    }

    /** @param pairs name, value, name, value …; a null value is left out with its name */
    private static String details(@Nullable Object... pairs) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                parts.add(pairs[i] + "=" + pairs[i + 1]);
            }
        }
        return String.join("; ", parts);
    }

    /** Path and filter that were asked for. */
    private static @Nullable String request() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            String query = attributes.getRequest().getQueryString();
            return attributes.getRequest().getRequestURI() + (query == null ? "" : "?" + query);
        }
        return null;
    }
}
