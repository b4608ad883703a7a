package vn.anttmap.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.access.Role;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.territory.Territory;
import vn.anttmap.testing.TestDraft;
import vn.anttmap.testing.TestPhoto;

/** Photos go with their incident: who may see its place and notes sees them, and nobody where they are off. */
@RecordApplicationEvents
abstract class IncidentPhotosContract extends IncidentContract {

    private static final IncidentSettings ON = new IncidentSettings(1_000, 30, 200, 24, 0, true);

    @Autowired
    IncidentPhotos photosOff;

    @Autowired
    PhotoTable table;

    @Autowired
    IncidentRepository incidents;

    @Autowired
    IncidentScope.Finder scopes;

    @Autowired
    IncidentPlacements placements;

    @Autowired
    IncidentCategories categories;

    @Autowired
    Territory territory;

    @Autowired
    DraftCheck draftCheck;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ApplicationEvents events;

    IncidentPhotos photos;
    IncidentViews views;
    UUID id;
    TestDraft mark;

    @BeforeEach
    void aMarkWherePhotosAreOn() {
        photos = new IncidentPhotos(
                table, incidents, scopes, draftCheck, ON, publisher, transactions, Clock.systemUTC());
        views = new IncidentViews(placements, categories, territory, table, ON);
        id = UUID.randomUUID();
        mark = TestDraft.at(inBlock1, "2021-03-01T08:00:00+07:00");
        register.put(officer, id, mark.draft(), null, VI);
    }

    @Test
    void aPhotoIsKeptWithoutItsPlaceAndShownAgain() {
        IncidentPhotos.Stored stored = photos.add(officer, id, photo(640, 480), null);

        assertThat(stored.created()).isTrue();
        assertThat(seenBy(officer)).containsExactly(stored.photo());
        assertThat(stored.photo().width()).isEqualTo(640);
        byte[] jpeg = photos.read(officer, id, stored.photo().id());
        assertThat(new String(jpeg, java.nio.charset.StandardCharsets.ISO_8859_1))
                .startsWith("\u00ff\u00d8")
                .doesNotContain(TestPhoto.SECRET);
        assertThat(register.get(officer, id, VI).version())
                .as("an open form stays valid")
                .isZero();
        assertThat(events.stream(IncidentsShown.class))
                .contains(new IncidentsShown(officer, List.of(id), true, true, "photo"));
        assertThat(events.stream(IncidentWritten.class).map(IncidentWritten::change))
                .containsExactly(IncidentWritten.Change.CREATED, IncidentWritten.Change.PHOTO_ADDED);
    }

    @Test
    void theSamePhotoSentTwiceIsOnePhoto() {
        IncidentPhotos.Stored first = photos.add(officer, id, photo(640, 480), null);

        IncidentPhotos.Stored again = photos.add(officer, id, photo(640, 480), null);

        assertThat(again).isEqualTo(new IncidentPhotos.Stored(first.photo(), false));
        assertThat(seenBy(officer)).hasSize(1);
    }

    @Test
    void aRemovedPhotoIsGoneAndItsRowSaysWho() {
        UUID photo = photos.add(officer, id, photo(640, 480), null).photo().id();
        AccountView colleague = officer("colleague", OLD_TOWN);

        photos.remove(colleague, id, photo, null);

        assertThat(seenBy(officer)).isEmpty();
        assertKey("photo-unknown", () -> photos.read(officer, id, photo));
        assertKey("photo-unknown", () -> photos.remove(officer, id, photo, null));
        assertThat(jdbc.queryForMap("select content, removed_by from incident_photo where id = ?", photo))
                .containsEntry("content", null)
                .containsEntry("removed_by", colleague.username());
    }

    @Test
    void ofManyPhotosAtOnceFiveAreKept() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        int refused = 0;
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                byte[] file = photo(100 + 8 * i, 80);
                running.add(threads.submit(() -> photos.add(officer, id, file, null)));
            }
            for (Future<?> answer : running) {
                try {
                    answer.get();
                } catch (java.util.concurrent.ExecutionException e) {
                    assertThat(((UserProblem) e.getCause()).key()).isEqualTo("photos-too-many");
                    refused++;
                }
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(refused).isEqualTo(3);
        assertThat(seenBy(officer)).hasSize(5);
    }

    @Test
    void aClosedIncidentAsksForAReason() {
        UUID photo = photos.add(officer, id, photo(640, 480), null).photo().id();
        register.put(officer, id, mark.state(IncidentState.RESOLVED).draft(), 0L, VI);

        assertKey("reason-needed", () -> photos.add(officer, id, photo(320, 240), null));
        assertKey("reason-needed", () -> photos.remove(officer, id, photo, " "));

        photos.remove(officer, id, photo, "ảnh nhầm vụ");
        assertThat(events.stream(IncidentWritten.class)
                        .filter(written -> written.change() == IncidentWritten.Change.PHOTO_REMOVED)
                        .map(IncidentWritten::reason))
                .containsExactly("ảnh nhầm vụ");
    }

    @Test
    void aWithdrawnIncidentTakesNoPhoto() {
        register.withdraw(officer, id, 0L, VI);

        assertKey("incident-withdrawn", () -> photos.add(officer, id, photo(320, 240), null));
    }

    @Test
    void whereTheyAreOffNothingOfThemIsThere() {
        UUID photo = photos.add(officer, id, photo(640, 480), null).photo().id();

        assertKey("photos-off", () -> photosOff.add(officer, id, photo(320, 240), null));
        assertKey("photos-off", () -> photosOff.read(officer, id, photo));
        assertKey("photos-off", () -> photosOff.remove(officer, id, photo, null));
        assertThat(register.get(officer, id, VI).photos()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OFFICER")
    void nobodyButOfficersSeesAddsOrRemovesThem(Role role) {
        UUID photo = photos.add(officer, id, photo(640, 480), null).photo().id();
        // Also a planner whom the exact places were granted has no right to notes.
        AccountView other = account("other", role, Set.of(Right.SEE_INCIDENT_POINTS), OLD_TOWN);

        assertKey("right-missing", () -> photos.add(other, id, photo(320, 240), null));
        assertKey("right-missing", () -> photos.read(other, id, photo));
        assertKey("right-missing", () -> photos.remove(other, id, photo, null));
        if (role != Role.ADMINISTRATOR) {
            assertThat(seenBy(other)).isEmpty();
        }
        assertThat(seenBy(officer)).hasSize(1);
    }

    @Test
    void theyFollowTheScopeOfTheIncident() {
        UUID photo = photos.add(officer, id, photo(640, 480), null).photo().id();
        AccountView elsewhere = officer("tra-linh", HUYEN_TRA_LINH);
        UUID other = UUID.randomUUID();
        register.put(officer, other, mark.draft(), null, VI);

        assertKey("incident-unknown", () -> photos.read(elsewhere, id, photo));
        assertKey("incident-unknown", () -> photos.add(elsewhere, id, photo(320, 240), null));
        assertKey("incident-unknown", () -> photos.remove(elsewhere, id, photo, null));
        assertKey("photo-unknown", () -> photos.read(officer, other, photo));
        jdbc.update("update incident set category = 'ANCT' where id = ?", id);
        assertKey("incident-unknown", () -> photos.read(officer, id, photo));
    }

    private List<IncidentPhoto> seenBy(AccountView account) {
        return views.of(scopes.of(account), incidents.findById(id).orElseThrow(), VI)
                .photos();
    }

    private static byte[] photo(int width, int height) {
        return TestPhoto.fromCamera(TestPhoto.picture(width, height), 1);
    }

    private static void assertKey(String key, ThrowingCallable call) {
        assertThat(problemOf(call).key()).isEqualTo(key);
    }
}
