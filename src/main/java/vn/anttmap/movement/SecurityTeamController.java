package vn.anttmap.movement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.VietnamTime;

/** The register of the security teams. */
@RestController
@RequestMapping("/api/movement/security-teams")
class SecurityTeamController {

    private final SecurityTeamRecords teams;
    private final SecurityTeamHistory history;
    private final Territory territory;
    private final CurrentAccount currentAccount;
    private final Clock clock;

    SecurityTeamController(
            SecurityTeamRecords teams,
            SecurityTeamHistory history,
            Territory territory,
            CurrentAccount currentAccount,
            Clock clock) {
        this.teams = teams;
        this.history = history;
        this.territory = territory;
        this.currentAccount = currentAccount;
        this.clock = clock;
    }

    record Teams(List<SecurityTeamView> teams) {}

    /**
     * Teams of a day.
     *
     * @param within a unit of any day: what its territory comes to on the day
     */
    @GetMapping
    Teams list(
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable Long within,
            Locale locale) {
        AccountView account = currentAccount.get();
        LocalDate on = day == null ? VietnamTime.today(clock) : day;
        return new Teams(
                teams.list(account, on, within == null ? null : territory.ground(account, within, on), locale));
    }

    @GetMapping("/{id}")
    ResponseEntity<SecurityTeamView> get(@PathVariable long id, Locale locale) {
        return answer(HttpStatus.OK, teams.get(currentAccount.get(), id, locale));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SecurityTeamView> add(@RequestBody SecurityTeamDraft draft, Locale locale) {
        return answer(HttpStatus.CREATED, teams.add(currentAccount.get(), draft, locale));
    }

    /** Changes a team: an identical repeat is 200, a change needs If-Match. */
    @PutMapping(value = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SecurityTeamView> put(
            @PathVariable long id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody SecurityTeamDraft draft,
            Locale locale) {
        return answer(HttpStatus.OK, teams.put(currentAccount.get(), id, draft, VersionTag.read(ifMatch), locale));
    }

    record TeamHistory(List<SecurityTeamHistory.State> history) {}

    /** Every state the team had, oldest first. */
    @GetMapping("/{id}/history")
    TeamHistory history(@PathVariable long id, Locale locale) {
        return new TeamHistory(history.of(currentAccount.get(), id, locale));
    }

    private static ResponseEntity<SecurityTeamView> answer(HttpStatus status, SecurityTeamView team) {
        return ResponseEntity.status(status).eTag("\"" + team.version() + "\"").body(team);
    }
}
