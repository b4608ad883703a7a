package vn.anttmap.movement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.access.Right;
import vn.anttmap.problem.VersionTag;

/** The open lists of the movement as an administrator maintains them: kinds of entries, and lists of the security teams. */
@RestController
@RequestMapping("/api/settings/movement-kinds")
class MovementSettingsController {

    private final MovementKinds kinds;
    private final CurrentAccount currentAccount;

    MovementSettingsController(MovementKinds kinds, CurrentAccount currentAccount) {
        this.kinds = kinds;
        this.currentAccount = currentAccount;
    }

    /** @param register key of a register, or security-teams, team-roles, team-grades */
    record KindOfEntry(
            String register,
            String code,
            String nameVi,
            String nameEn,
            String countingWord,
            boolean active,
            long version) {

        static KindOfEntry of(MovementKind kind) {
            return new KindOfEntry(
                    kind.list(),
                    kind.code(),
                    kind.nameVi(),
                    kind.nameEn(),
                    kind.countingWord(),
                    kind.active(),
                    kind.version());
        }
    }

    record Kinds(List<KindOfEntry> kinds) {}

    /** All lists, inactive kinds too. */
    @GetMapping
    Kinds list() {
        AccountView account = currentAccount.get();
        account.require(Right.ADMINISTER);
        return new Kinds(kinds.list().stream().map(KindOfEntry::of).toList());
    }

    /**
     * Adds or changes a kind: an identical repeat is 200, a change needs If-Match. There is no deletion: make it inactive.
     */
    @PutMapping(value = "/{register}/{code}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<KindOfEntry> put(
            @PathVariable String register,
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody MovementKinds.Draft draft) {
        MovementKinds.Stored stored = kinds.put(currentAccount.get(), register, code, draft, VersionTag.read(ifMatch));
        return ResponseEntity.status(stored.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .eTag("\"" + stored.kind().version() + "\"")
                .body(KindOfEntry.of(stored.kind()));
    }

    record State(Instant changedAt, String changedBy, KindOfEntry kind) {}

    record History(List<State> history) {}

    /** Everything a kind was called, oldest first. */
    @GetMapping("/{register}/{code}/history")
    History history(@PathVariable String register, @PathVariable String code) {
        return new History(kinds.history(currentAccount.get(), register, code).stream()
                .map(state -> new State(state.changedAt(), state.changedBy(), KindOfEntry.of(state.kind())))
                .toList());
    }
}
