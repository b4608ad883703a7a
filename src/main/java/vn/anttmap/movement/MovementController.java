package vn.anttmap.movement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.problem.VersionTag;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.VietnamTime;

/** The registers of the movement. */
@RestController
@RequestMapping("/api/movement")
class MovementController {

    private final MovementRegisters registers;
    private final MovementLists lists;
    private final MovementFigures figures;
    private final MovementHistory history;
    private final RegisterSums sums;
    private final MovementPlaces places;
    private final Territory territory;
    private final CurrentAccount currentAccount;
    private final Clock clock;

    MovementController(
            MovementRegisters registers,
            MovementLists lists,
            MovementFigures figures,
            MovementHistory history,
            RegisterSums sums,
            MovementPlaces places,
            Territory territory,
            CurrentAccount currentAccount,
            Clock clock) {
        this.registers = registers;
        this.lists = lists;
        this.figures = figures;
        this.history = history;
        this.sums = sums;
        this.places = places;
        this.territory = territory;
        this.currentAccount = currentAccount;
        this.clock = clock;
    }

    /**
     * What the registers come to.
     *
     * @param within a unit of any day: what its territory comes to on {@code to}
     */
    @GetMapping("/figures")
    MovementFigures.Sums figures(
            @RequestParam LocalDate from, @RequestParam LocalDate to, @RequestParam long within, Locale locale) {
        AccountView account = currentAccount.get();
        return figures.of(account, territory.ground(account, within, to), from, to, locale);
    }

    /** Entries that touch a period, newest first. */
    @GetMapping("/registers/{register}/entries")
    MovementLists.Page list(
            @PathVariable String register,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Long within,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Locale locale) {
        AccountView account = currentAccount.get();
        return lists.page(
                account, Register.ofKey(register), question(account, from, to, within), cursor, limit, locale);
    }

    /** The sums of a list, over all its pages. */
    @GetMapping("/registers/{register}/sums")
    RegisterSums.Sums sums(
            @PathVariable String register,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Long within) {
        AccountView account = currentAccount.get();
        return sums.of(account, Register.ofKey(register), question(account, from, to, within));
    }

    record Placed(List<MovementEntryView> entries) {}

    /** Entries of all registers that touch a period and have a place on the map. */
    @GetMapping("/places")
    Placed places(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Long within,
            Locale locale) {
        AccountView account = currentAccount.get();
        return new Placed(places.of(account, question(account, from, to, within), locale));
    }

    private MovementLists.Question question(
            AccountView account, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Long within) {
        Ground ground =
                within == null ? null : territory.ground(account, within, to == null ? VietnamTime.today(clock) : to);
        return new MovementLists.Question(from, to, ground);
    }

    @GetMapping("/registers/{register}/entries/{id}")
    ResponseEntity<MovementEntryView> get(@PathVariable String register, @PathVariable UUID id, Locale locale) {
        return answer(HttpStatus.OK, registers.get(currentAccount.get(), Register.ofKey(register), id, locale));
    }

    /** Enters something new or corrects an entry: an identical repeat is 200, a change needs If-Match. */
    @PutMapping(value = "/registers/{register}/entries/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<MovementEntryView> put(
            @PathVariable String register,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody EntryDraft draft,
            Locale locale) {
        MovementRegisters.Stored stored = registers.put(
                currentAccount.get(), Register.ofKey(register), id, draft, VersionTag.read(ifMatch), locale);
        return answer(stored.created() ? HttpStatus.CREATED : HttpStatus.OK, stored.entry());
    }

    record Withdrawal(@Nullable String reason) {}

    /** Takes an entry back; it stays in the history. Needs If-Match and a reason. */
    @PostMapping("/registers/{register}/entries/{id}/withdraw")
    ResponseEntity<MovementEntryView> withdraw(
            @PathVariable String register,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Withdrawal withdrawal,
            Locale locale) {
        String reason = withdrawal == null ? null : withdrawal.reason();
        return answer(
                HttpStatus.OK,
                registers.withdraw(
                        currentAccount.get(), Register.ofKey(register), id, VersionTag.read(ifMatch), reason, locale));
    }

    record History(List<MovementHistory.State> history) {}

    /** Every state the entry had, oldest first. */
    @GetMapping("/registers/{register}/entries/{id}/history")
    History history(@PathVariable String register, @PathVariable UUID id, Locale locale) {
        return new History(history.of(currentAccount.get(), Register.ofKey(register), id, locale));
    }

    private static ResponseEntity<MovementEntryView> answer(HttpStatus status, MovementEntryView entry) {
        return ResponseEntity.status(status).eTag("\"" + entry.version() + "\"").body(entry);
    }
}
