package vn.anttmap.setup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Role;
import vn.anttmap.setup.CountryList.Listed;
import vn.anttmap.territory.NewUnit;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.TerritoryEditor;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.territory.Validity;
import vn.anttmap.territory.VietnamTime;

/** Brings units of the country's list on record. What is on record is left as it is. */
@Component
class CountryUnits {

    /** Administrators have no territory; what is on record has to be seen whole here. */
    static final AccountView EVERYWHERE =
            new AccountView(0, "service", "service", Role.ADMINISTRATOR, Set.of(), List.of(), true);

    private static final LocalDate LISTED_ON = LocalDate.of(2025, 7, 1);
    private static final String SOURCE = "vietnamese-provinces-database, list of 2025-07";
    private static final String VALIDITY = "listed from 2025-07-01; earlier extents are not in these data";

    private final CountryList list;
    private final Territory territory;
    private final TerritoryEditor editor;
    private final Clock clock;

    CountryUnits(CountryList list, Territory territory, TerritoryEditor editor, Clock clock) {
        this.list = list;
        this.territory = territory;
        this.editor = editor;
        this.clock = clock;
    }

    /**
     * All provinces; of a province that is asked for all communes, too. In the caller's transaction.
     *
     * @param codes of two digits for a province, of five for a commune
     * @return ids by code; a code that the list does not have is missing
     */
    Map<String, Long> bring(List<String> codes) {
        Map<String, Long> ids = new HashMap<>();
        Map<String, Unit> communesNow = byCode(UnitLevel.COMMUNE);
        List<NewUnit> missing = new ArrayList<>(missingProvinces());
        Map<String, String> keys = new HashMap<>();
        Map<String, Unit> provincesNow = byCode(UnitLevel.PROVINCE);
        for (String code : codes) {
            if (provincesNow.containsKey(code)) {
                ids.put(code, provincesNow.get(code).id());
            } else {
                missing.stream()
                        .filter(unit -> code.equals(unit.code()))
                        .findFirst()
                        .ifPresent(unit -> keys.put(code, unit.key()));
            }
        }
        Map<String, Map<String, MultiPolygon>> outlines = new HashMap<>();
        for (Listed listed : wanted(codes)) {
            Unit now = communesNow.get(listed.code());
            if (now != null) {
                ids.put(listed.code(), now.id());
                continue;
            }
            NewUnit unit = unit(
                    listed,
                    provinceKey(listed.provinceCode(), provincesNow, missing),
                    outlines.computeIfAbsent(listed.provinceCode(), list::outlines)
                            .get(listed.code()));
            missing.add(unit);
            keys.put(listed.code(), unit.key());
        }
        if (!missing.isEmpty()) {
            Map<String, Long> stored = editor.addMissing(missing);
            keys.forEach((code, key) -> ids.put(code, stored.get(key)));
        }
        ids.keySet().retainAll(codes);
        return ids;
    }

    private List<NewUnit> missingProvinces() {
        Map<String, Unit> now = byCode(UnitLevel.PROVINCE);
        return list.provinces().stream()
                .filter(unit -> !now.containsKey(unit.code()))
                .toList();
    }

    private List<Listed> wanted(List<String> codes) {
        return list.communes().stream()
                .filter(listed -> codes.contains(listed.code()) || codes.contains(listed.provinceCode()))
                .toList();
    }

    private Map<String, Unit> byCode(UnitLevel level) {
        LocalDate today = VietnamTime.today(clock);
        Map<String, Unit> units = new HashMap<>();
        territory.listOn(EVERYWHERE, level, today).stream()
                .filter(unit -> unit.code() != null)
                .forEach(unit -> units.put(unit.code(), unit));
        return units;
    }

    private static String provinceKey(String code, Map<String, Unit> now, List<NewUnit> missing) {
        return Optional.ofNullable(now.get(code))
                .map(Unit::key)
                .orElseGet(() -> missing.stream()
                        .filter(unit -> code.equals(unit.code()) && unit.level() == UnitLevel.PROVINCE)
                        .findFirst()
                        .orElseThrow()
                        .key());
    }

    private static NewUnit unit(Listed listed, String provinceKey, @Nullable MultiPolygon outline) {
        return new NewUnit(
                "commune-" + listed.code() + "-2025",
                UnitLevel.COMMUNE,
                listed.kind(),
                listed.code(),
                listed.name(),
                listed.fullName(),
                provinceKey,
                new Validity(LISTED_ON, null),
                VALIDITY,
                LISTED_ON,
                List.of(),
                listed.areaSqKm(),
                SOURCE,
                null,
                null,
                List.of(),
                false,
                null,
                outline);
    }
}
