package vn.anttmap.movement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.Jurisdictions;

/** The register of the security teams: who they are by number and role, and how each did in a year. */
@Service
public class SecurityTeamRecords {

    private final SecurityTeams teams;
    private final SecurityTeamRepository repository;
    private final SecurityTeamTables tables;
    private final SecurityTeamCheck check;
    private final SecurityTeamStates states;
    private final SecurityTeamViews views;
    private final Jurisdictions jurisdictions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SecurityTeamRecords(
            SecurityTeams teams,
            SecurityTeamRepository repository,
            SecurityTeamTables tables,
            SecurityTeamCheck check,
            SecurityTeamStates states,
            SecurityTeamViews views,
            Jurisdictions jurisdictions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.teams = teams;
        this.repository = repository;
        this.tables = tables;
        this.check = check;
        this.states = states;
        this.views = views;
        this.jurisdictions = jurisdictions;
        this.events = events;
        this.clock = clock;
    }

    /** Teams of a day within the account's territory, by area and name. */
    @Transactional(readOnly = true)
    public List<SecurityTeamView> list(AccountView account, LocalDate day, @Nullable Ground within, Locale locale) {
        return views(teams.of(account, day, within), locale);
    }

    /** @throws UserProblem of kind NOT_FOUND also where the account may not see it */
    @Transactional(readOnly = true)
    public SecurityTeamView get(AccountView account, long id, Locale locale) {
        account.require(Right.READ_MAP);
        return view(find(account, id), locale);
    }

    /** Adds a team. */
    @Transactional
    public SecurityTeamView add(AccountView account, SecurityTeamDraft draft, Locale locale) {
        account.require(Right.WRITE_MOVEMENT);
        return view(add(account, UUID.randomUUID(), draft), locale);
    }

    /**
     * Changes a team. What is there already changes nothing.
     *
     * @param basedOn version the caller has seen, or null
     * @throws UserProblem if a value is wrong, the area lies outside the account's territory, or somebody was faster
     */
    @Transactional
    public SecurityTeamView put(
            AccountView account, long id, SecurityTeamDraft draft, @Nullable Long basedOn, Locale locale) {
        account.require(Right.WRITE_MOVEMENT);
        SecurityTeam team = find(account, id);
        if (team.withdrawn()) {
            throw UserProblem.of(Kind.CONFLICT, "security-team-withdrawn");
        }
        List<SecurityTeamTables.Members> members = tables.members().getOrDefault(id, List.of());
        List<SecurityTeamTables.Grading> gradings = tables.gradings().getOrDefault(id, List.of());
        SecurityTeamCheck.Checked checked = check.check(account, draft, team, members, gradings);
        if (team.content().equals(checked.content())
                && checked.members().equals(members)
                && checked.gradings().equals(gradings)) {
            return view(team, locale);
        }
        if (basedOn == null) {
            throw UserProblem.of(Kind.VERSION_REQUIRED, "version-required", team.version());
        }
        if (basedOn != team.version()) {
            throw UserProblem.of(Kind.STALE, "security-team-changed", team.version())
                    .with("current", view(team, locale));
        }
        write(account, team, checked, SecurityTeamWritten.Change.CHANGED);
        return view(team, locale);
    }

    /** The key of the team that was added with this id. */
    static String key(UUID id) {
        return "team-" + id;
    }

    /** To be called in a transaction, by an account that may write. */
    SecurityTeam add(AccountView account, UUID id, SecurityTeamDraft draft) {
        SecurityTeam team = new SecurityTeam(key(id));
        write(
                account,
                team,
                check.check(account, draft, null, List.of(), List.of()),
                SecurityTeamWritten.Change.CREATED);
        return team;
    }

    /** To be called in a transaction, by an account that may write. */
    void withdraw(AccountView account, SecurityTeam team) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        team.withdraw(account.username(), now);
        SecurityTeam saved = repository.saveAndFlush(team);
        states.keep(saved.id(), now);
        events.publishEvent(
                new SecurityTeamWritten(account, saved.id(), saved.version(), SecurityTeamWritten.Change.WITHDRAWN));
    }

    private void write(
            AccountView account,
            SecurityTeam team,
            SecurityTeamCheck.Checked checked,
            SecurityTeamWritten.Change change) {
        // The time is part of the row, so that a change of the members alone is a new version as well.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        team.describe(checked.content(), account.username(), now);
        SecurityTeam saved = repository.saveAndFlush(team);
        tables.replace(saved.id(), checked.members(), checked.gradings());
        states.keep(saved.id(), now);
        events.publishEvent(new SecurityTeamWritten(account, saved.id(), saved.version(), change));
    }

    private SecurityTeam find(AccountView account, long id) {
        return repository
                .findById(id)
                .filter(team ->
                        jurisdictions.of(account).contains(team.content().areaId()))
                .orElseThrow(() -> UserProblem.of(Kind.NOT_FOUND, "security-team-unknown", id));
    }

    private SecurityTeamView view(SecurityTeam team, Locale locale) {
        return views(List.of(team), locale).get(0);
    }

    private List<SecurityTeamView> views(List<SecurityTeam> found, Locale locale) {
        Map<Long, List<SecurityTeamTables.Members>> members = tables.members();
        Map<Long, List<SecurityTeamTables.Grading>> gradings = tables.gradings();
        SecurityTeamViews.Names names = views.names(locale);
        return found.stream()
                .map(team -> views.of(
                        new SecurityTeamViews.Said(
                                team.id(),
                                team.version(),
                                team.content(),
                                members.getOrDefault(team.id(), List.of()),
                                gradings.getOrDefault(team.id(), List.of()),
                                team.synthetic(),
                                team.syntheticNote(),
                                team.withdrawn()),
                        names))
                .toList();
    }
}
