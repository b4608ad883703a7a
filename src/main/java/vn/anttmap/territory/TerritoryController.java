package vn.anttmap.territory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.access.Right;
import vn.anttmap.geo.Extent;

@RestController
@RequestMapping("/api/territory")
class TerritoryController {

    private final Territory territory;
    private final CurrentAccount currentAccount;
    private final Clock clock;

    TerritoryController(Territory territory, CurrentAccount currentAccount, Clock clock) {
        this.territory = territory;
        this.currentAccount = currentAccount;
        this.clock = clock;
    }

    record FoundUnit(
            long id,
            String kind,
            String kindLabel,
            String level,
            String name,
            String fullName,
            @Nullable String code,
            @Nullable String parentName,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            double @Nullable [] bbox,
            boolean synthetic) {}

    record FoundUnits(List<FoundUnit> areas) {}

    /** Areas by name, without regard to diacritics, or by code; largest unit first. */
    @GetMapping("/search")
    FoundUnits search(@RequestParam String q, @RequestParam(required = false) @Nullable LocalDate day, Locale locale) {
        AccountView account = currentAccount.get();
        account.require(Right.READ_MAP);
        return new FoundUnits(territory.search(account, q, day == null ? today() : day).stream()
                .map(unit -> found(unit, locale))
                .toList());
    }

    record Areas(
            @Nullable Double measured,
            @Nullable Double official,
            @Nullable String officialSource) {}

    record RelatedUnit(
            long id,
            String fullName,
            String change,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    record UnitDetails(
            long id,
            String key,
            String level,
            String kind,
            String kindLabel,
            String name,
            String fullName,
            @Nullable String code,
            @Nullable UnitRef parent,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String validitySource,
            @Nullable LocalDate listedOn,
            Areas areaSqKm,
            @Nullable Integer households,
            @Nullable String householdsSource,
            List<Population> population,
            List<RelatedUnit> predecessors,
            List<RelatedUnit> successors,
            double @Nullable [] bbox,
            boolean synthetic,
            @Nullable String syntheticNote) {}

    /** One unit with its figures, sources and what it follows and is followed by. */
    @GetMapping("/units/{id}")
    UnitDetails unit(@PathVariable long id, Locale locale) {
        AccountView account = currentAccount.get();
        account.require(Right.READ_MAP);
        Unit unit = territory.get(account, id);
        return new UnitDetails(
                unit.id(),
                unit.key(),
                unit.level().key(),
                unit.kind().key(),
                unit.kind().label(locale),
                unit.name(),
                unit.fullName(),
                unit.code(),
                territory.parent(unit).map(Unit::ref).orElse(null),
                unit.validity().from(),
                unit.validity().to(),
                unit.validitySource(),
                unit.listedOn(),
                new Areas(unit.measuredAreaSqKm(), unit.officialAreaSqKm(), unit.officialAreaSource()),
                unit.households(),
                unit.householdsSource(),
                unit.population(),
                territory.predecessors(id).stream()
                        .map(TerritoryController::related)
                        .toList(),
                territory.successors(id).stream()
                        .map(TerritoryController::related)
                        .toList(),
                bbox(unit.extent()),
                unit.synthetic(),
                unit.syntheticNote());
    }

    private FoundUnit found(Unit unit, Locale locale) {
        return new FoundUnit(
                unit.id(),
                unit.kind().key(),
                unit.kind().label(locale),
                unit.level().key(),
                unit.name(),
                unit.fullName(),
                unit.code(),
                territory.parentName(unit),
                unit.validity().from(),
                unit.validity().to(),
                bbox(unit.extent()),
                unit.synthetic());
    }

    private LocalDate today() {
        return VietnamTime.today(clock);
    }

    private static RelatedUnit related(Territory.Related related) {
        Unit unit = related.unit();
        return new RelatedUnit(
                unit.id(),
                unit.fullName(),
                related.change(),
                unit.validity().from(),
                unit.validity().to());
    }

    private static double @Nullable [] bbox(@Nullable Extent extent) {
        return extent == null ? null : extent.toArray();
    }
}
