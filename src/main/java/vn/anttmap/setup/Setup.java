package vn.anttmap.setup;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.incident.RegisterCoverage;
import vn.anttmap.node.Installation;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.territory.VietnamTime;

/** Which places a real installation is for, and what it still lacks. */
@Service
public class Setup {

    private static final int MOST_PLACES = 200;
    private static final int MOST_NAMES = 20;

    private final CountryUnits country;
    private final SetupChecks checks;
    private final Territory territory;
    private final RegisterCoverage registers;
    private final Installation installation;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Setup(
            CountryUnits country,
            SetupChecks checks,
            Territory territory,
            RegisterCoverage registers,
            Installation installation,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.country = country;
        this.checks = checks;
        this.territory = territory;
        this.registers = registers;
        this.installation = installation;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Whether this is a real installation for which nobody has named a place yet. */
    @Transactional(readOnly = true)
    public boolean needed() {
        return !installation.demo() && placeIds().isEmpty();
    }

    /** @param https whether whoever asks came by HTTPS, or sits at the machine itself */
    @Transactional(readOnly = true)
    SetupView view(AccountView account, boolean https) {
        account.require(Right.ADMINISTER);
        LocalDate today = VietnamTime.today(clock);
        Map<Long, LocalDate> since = registers.keptSince();
        Map<Long, Set<Long>> grounds = new HashMap<>();
        List<SetupView.Place> places = new ArrayList<>();
        for (Unit unit : places()) {
            Ground ground = territory.ground(CountryUnits.EVERYWHERE, unit.id(), today);
            Set<Long> all = new LinkedHashSet<>(ground.unitIds());
            all.add(unit.id());
            grounds.put(unit.id(), all);
            places.add(place(unit, ground, since.get(unit.id())));
        }
        List<SetupView.Check> found = checks.of(places, grounds, https);
        boolean demo = installation.demo();
        return new SetupView(
                demo,
                !demo && places.isEmpty(),
                found.stream().noneMatch(check -> check.state().equals("missing")),
                places,
                found);
    }

    private SetupView.Place place(Unit unit, Ground ground, @Nullable LocalDate since) {
        List<Unit> communes = ground.unitIds().stream()
                .map(id -> territory.find(id).orElseThrow())
                .filter(each -> each.level() == UnitLevel.COMMUNE)
                .sorted(Comparator.comparing(Unit::fullName, VietnameseText.collator()))
                .toList();
        int areas = (int) ground.unitIds().stream()
                .filter(id -> territory.find(id).orElseThrow().level() == UnitLevel.RESIDENTIAL_AREA)
                .count();
        return new SetupView.Place(
                unit.id(),
                unit.code(),
                unit.fullName(),
                unit.level().key(),
                territory.parentName(unit),
                communes.size(),
                (int) communes.stream().filter(each -> each.extent() != null).count(),
                communes.stream()
                        .filter(each -> each.extent() == null)
                        .map(Unit::fullName)
                        .limit(MOST_NAMES)
                        .toList(),
                areas,
                since);
    }

    /**
     * Says which places the installation is for, instead of those before; their units come on record with what the country's
     * list knows of them. A unit that is no longer named stays on record.
     *
     * @param codes of provinces (two digits) and communes (five) of the country's list
     * @throws UserProblem in a demonstration, or where a code is unknown
     */
    @Transactional
    void name(AccountView account, List<String> codes) {
        account.require(Right.ADMINISTER);
        if (installation.demo()) {
            throw UserProblem.of(Kind.CONFLICT, "setup-demo");
        }
        List<String> wanted = List.copyOf(new LinkedHashSet<>(codes));
        if (wanted.isEmpty() || wanted.size() > MOST_PLACES) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "setup-places-number", MOST_PLACES)
                    .at("codes", wanted.size());
        }
        Map<String, Long> ids = country.bring(wanted);
        for (String code : wanted) {
            if (!ids.containsKey(code)) {
                throw UserProblem.of(Kind.UNPROCESSABLE, "setup-code-unknown", code)
                        .at("codes", code);
            }
        }
        if (write(account, new LinkedHashSet<>(ids.values()))) {
            events.publishEvent(new PlacesNamed(account, "places=" + String.join(",", wanted)));
        }
    }

    /**
     * @param since first day from which the place's register is complete; null takes that back
     * @throws UserProblem for a unit that is no place of the installation
     */
    @Transactional
    void keepRegister(AccountView account, long unitId, @Nullable LocalDate since) {
        account.require(Right.ADMINISTER);
        if (!placeIds().contains(unitId)) {
            throw UserProblem.of(Kind.NOT_FOUND, "unit-unknown", unitId).at("id", unitId);
        }
        if (registers.keepSince(account, unitId, since)) {
            events.publishEvent(
                    new PlacesNamed(account, "register=" + unitId + "; since=" + (since == null ? "unknown" : since)));
        }
    }

    private boolean write(AccountView account, Set<Long> wanted) {
        Set<Long> before = Set.copyOf(placeIds());
        for (long id : before) {
            if (!wanted.contains(id)) {
                jdbc.sql("delete from installation_place where unit_id = ?")
                        .param(id)
                        .update();
            }
        }
        for (long id : wanted) {
            if (!before.contains(id)) {
                jdbc.sql("insert into installation_place (unit_id, named_at, named_by) values (?, ?, ?)")
                        .params(id, clock.instant().atOffset(ZoneOffset.UTC), account.username())
                        .update();
            }
        }
        return !before.equals(wanted);
    }

    private List<Unit> places() {
        return placeIds().stream()
                .flatMap(id -> territory.find(id).stream())
                .sorted(Comparator.comparing(Unit::level)
                        .thenComparing(Unit::fullName, VietnameseText.collator())
                        .thenComparing(Unit::key))
                .toList();
    }

    private List<Long> placeIds() {
        return jdbc.sql("select unit_id from installation_place order by unit_id")
                .query(Long.class)
                .list();
    }
}
