package vn.anttmap.incident;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.node.TrailOnly;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/**
 * Photos of incidents, where the operator has switched them on. A photo shows what a place and a note only tell, so it
 * is for those who may see both. It does not change the record's version: a form that is open meanwhile stays valid.
 */
@Service
public class IncidentPhotos {

    static final int MOST = 5;

    private final PhotoTable photos;
    private final IncidentRepository incidents;
    private final IncidentScope.Finder scopes;
    private final DraftCheck draftCheck;
    private final IncidentSettings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    IncidentPhotos(
            PhotoTable photos,
            IncidentRepository incidents,
            IncidentScope.Finder scopes,
            DraftCheck draftCheck,
            IncidentSettings settings,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.photos = photos;
        this.incidents = incidents;
        this.scopes = scopes;
        this.draftCheck = draftCheck;
        this.settings = settings;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @param created false where the very same picture was there before, as after an answer that was lost */
    public record Stored(IncidentPhoto photo, boolean created) {}

    /**
     * Adds a photo.
     *
     * @param file JPEG or PNG as it came from the camera
     * @param reason needed where the incident is closed
     * @throws UserProblem if photos are off, the file is not usable, or the incident has as many as it may have
     */
    public Stored add(AccountView account, UUID incidentId, byte[] file, @Nullable String reason) {
        requireOn();
        account.require(Right.MARK_INCIDENTS);
        requireSight(account);
        IncidentScope scope = scopes.of(account);
        incident(scope, incidents.findById(incidentId), incidentId);
        PhotoIntake.Picture picture = PhotoIntake.of(file);
        String sha256 = sha256(picture.jpeg());
        return change(scope, incidentId, reason, IncidentWritten.Change.PHOTO_ADDED, incident -> {
            Optional<IncidentPhoto> same = photos.findSame(incidentId, sha256);
            if (same.isPresent()) {
                return new Stored(same.get(), false);
            }
            if (photos.of(List.of(incidentId))
                            .getOrDefault(incidentId, List.of())
                            .size()
                    >= MOST) {
                throw UserProblem.of(Kind.CONFLICT, "photos-too-many", MOST);
            }
            IncidentPhoto photo = new IncidentPhoto(UUID.randomUUID(), picture.width(), picture.height());
            photos.insert(photo, incidentId, picture.jpeg(), sha256, account.username(), now());
            return new Stored(photo, true);
        });
    }

    /** @return the picture as JPEG */
    @Transactional
    public byte[] read(AccountView account, UUID incidentId, UUID photoId) {
        TrailOnly.declare();
        requireOn();
        requireSight(account);
        incident(scopes.of(account), incidents.findById(incidentId), incidentId);
        byte[] jpeg = photos.content(incidentId, photoId).orElseThrow(() -> unknown(photoId));
        events.publishEvent(new IncidentsShown(account, List.of(incidentId), true, true, "photo"));
        return jpeg;
    }

    /**
     * Removes the picture for good; who did so and when stays.
     *
     * @param reason needed where the incident is closed
     */
    public void remove(AccountView account, UUID incidentId, UUID photoId, @Nullable String reason) {
        requireOn();
        account.require(Right.MARK_INCIDENTS);
        requireSight(account);
        change(scopes.of(account), incidentId, reason, IncidentWritten.Change.PHOTO_REMOVED, incident -> {
            if (!photos.remove(incidentId, photoId, account.username(), now())) {
                throw unknown(photoId);
            }
            return true;
        });
    }

    /** The lock counts: of two photos at once the second sees the first. */
    private <T> T change(
            IncidentScope scope,
            UUID incidentId,
            @Nullable String reason,
            IncidentWritten.Change change,
            Function<Incident, T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            Incident incident = incident(scope, incidents.findLocked(incidentId), incidentId);
            if (incident.withdrawn()) {
                throw UserProblem.of(Kind.CONFLICT, "incident-withdrawn", incidentId);
            }
            String why = draftCheck.reason(reason, incident);
            T result = work.apply(incident);
            events.publishEvent(new IncidentWritten(
                    scope.account(),
                    incidentId,
                    incident.version(),
                    change,
                    incident.registerCommuneId(),
                    incident.category(),
                    why));
            return result;
        }));
    }

    private static Incident incident(IncidentScope scope, Optional<Incident> found, UUID id) {
        return found.filter(scope::sees).orElseThrow(() -> UserProblem.of(Kind.NOT_FOUND, "incident-unknown", id));
    }

    private void requireOn() {
        if (!settings.photos()) {
            throw UserProblem.of(Kind.NOT_FOUND, "photos-off");
        }
    }

    private static void requireSight(AccountView account) {
        account.require(Right.SEE_INCIDENT_POINTS);
        account.require(Right.SEE_INCIDENT_NOTES);
    }

    private static UserProblem unknown(UUID photoId) {
        return UserProblem.of(Kind.NOT_FOUND, "photo-unknown", photoId);
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
