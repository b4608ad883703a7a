package vn.anttmap.movement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.geo.Extent;
import vn.anttmap.geo.Feature;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.Jurisdiction;
import vn.anttmap.territory.Jurisdictions;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/** Security teams on the map. */
@Service
public class SecurityTeams {

    /** As for a database, which knows no open end. */
    private static final LocalDate FIRST_OF_DAYS = LocalDate.of(1, 1, 1);

    private static final LocalDate LAST_OF_DAYS = LocalDate.of(9999, 12, 31);

    private final SecurityTeamRepository teams;
    private final Jurisdictions jurisdictions;
    private final Territory territory;
    private final MovementKinds kinds;
    private final SecurityTeamStates states;
    private final Clock clock;

    SecurityTeams(
            SecurityTeamRepository teams,
            Jurisdictions jurisdictions,
            Territory territory,
            MovementKinds kinds,
            SecurityTeamStates states,
            Clock clock) {
        this.teams = teams;
        this.states = states;
        this.clock = clock;
        this.jurisdictions = jurisdictions;
        this.territory = territory;
        this.kinds = kinds;
    }

    @Transactional
    public void add(Collection<NewSecurityTeam> newTeams) {
        List<SecurityTeam> added = newTeams.stream()
                .map(team -> teams.save(new SecurityTeam(team)))
                .toList();
        teams.flush();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        added.forEach(team -> states.keep(team.id(), now));
    }

    /**
     * Teams of a day whose area lies in the account's territory.
     *
     * @param within the ground their place must lie in on that day; null for all
     * @param extent EPSG:4326; null for all
     */
    @Transactional(readOnly = true)
    public List<Feature> features(
            AccountView account, LocalDate day, @Nullable Ground within, @Nullable Extent extent, Locale locale) {
        Map<String, MovementKind> known = kinds.of(KindLists.TEAM_KINDS);
        return of(account, day, within).stream()
                .filter(team -> extent == null
                        || extent.toEnvelope()
                                .contains(team.content().position().getCoordinate()))
                .map(team -> feature(team, known, locale))
                .toList();
    }

    /**
     * Teams that hold on any day of a period and whose area lies in the account's territory, by id; for outputs that page
     * through them.
     *
     * @param from first day; null for open
     * @param to last day, included; null for open
     */
    @Transactional(readOnly = true)
    public List<Feature> features(
            AccountView account, @Nullable LocalDate from, @Nullable LocalDate to, Locale locale) {
        account.require(Right.READ_MAP);
        Jurisdiction jurisdiction = jurisdictions.of(account);
        Map<String, MovementKind> known = kinds.of(KindLists.TEAM_KINDS);
        return teams.listDuring(from == null ? FIRST_OF_DAYS : from, to == null ? LAST_OF_DAYS : to).stream()
                .filter(team -> jurisdiction.contains(team.content().areaId()))
                .map(team -> feature(team, known, locale))
                .toList();
    }

    /** A team of any day; empty where there is none whose area lies in the account's territory. */
    @Transactional(readOnly = true)
    public Optional<Feature> find(AccountView account, long id, Locale locale) {
        account.require(Right.READ_MAP);
        Jurisdiction jurisdiction = jurisdictions.of(account);
        return teams.findById(id)
                .filter(team -> !team.withdrawn())
                .filter(team -> jurisdiction.contains(team.content().areaId()))
                .map(team -> feature(team, kinds.of(KindLists.TEAM_KINDS), locale));
    }

    /** Differs after any addition and any change of a team. */
    @Transactional(readOnly = true)
    public long revision() {
        return teams.revision();
    }

    /** Teams of a day whose area lies in the account's territory. */
    List<SecurityTeam> of(AccountView account, LocalDate day, @Nullable Ground within) {
        account.require(Right.READ_MAP);
        Jurisdiction jurisdiction = jurisdictions.of(account);
        return teams.listOn(day).stream()
                .filter(team -> jurisdiction.contains(team.content().areaId()))
                .filter(team -> within == null
                        || territory
                                .unitAt(
                                        UnitLevel.RESIDENTIAL_AREA,
                                        team.content().position(),
                                        day)
                                .filter(area -> within.contains(area.id()))
                                .isPresent())
                .toList();
    }

    private Feature feature(SecurityTeam team, Map<String, MovementKind> known, Locale locale) {
        SecurityTeam.Content content = team.content();
        MovementKind kind = known.get(content.kind());
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("id", team.id());
        properties.put("name", content.name());
        properties.put("kind", content.kind());
        properties.put("kindLabel", kind == null ? content.kind() : kind.name(locale));
        properties.put("memberCount", content.memberCount());
        properties.put("areaId", content.areaId());
        properties.put(
                "areaName", territory.find(content.areaId()).map(Unit::fullName).orElse(null));
        properties.put("validFrom", content.validFrom());
        properties.put("validTo", content.validTo());
        properties.put("synthetic", team.synthetic());
        properties.put("syntheticNote", team.syntheticNote());
        return new Feature(team.id(), content.position(), properties);
    }
}
