package vn.anttmap.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.incident.HandlingLevel;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/** What units, their police and their committees are called in a report. */
@Component
class UnitWords {

    static final Locale VI = Locale.forLanguageTag("vi");

    private static final String COMMITTEE = "ỦY BAN NHÂN DÂN";

    private final Territory territory;

    UnitWords(Territory territory) {
        this.territory = territory;
    }

    /** "Thị trấn Quán Lào", for the middle of a sentence; an area with its commune. */
    String name(Unit unit) {
        String own = VietnameseFormat.inSentence(unit.fullName());
        return unit.level() == UnitLevel.RESIDENTIAL_AREA
                ? territory
                        .parent(unit)
                        .map(commune -> own + ", " + VietnameseFormat.inSentence(commune.fullName()))
                        .orElse(own)
                : own;
    }

    /** "Thị trấn", "huyện": the unit by its kind, in small letters. */
    static String kind(Unit unit) {
        return unit.kind().label(VI).toLowerCase(VI);
    }

    /** The police of a level on a ground: "công an thị trấn", or "công an cấp xã" where its communes are of several kinds. */
    String police(HandlingLevel level, Ground ground) {
        return switch (level) {
            case COMMUNE -> "công an " + oneKind(communes(ground), "cấp xã");
            case DISTRICT -> "công an " + oneKind(above(ground, UnitLevel.DISTRICT), "cấp huyện");
            case PROVINCE -> "công an " + oneKind(above(ground, UnitLevel.PROVINCE), "cấp tỉnh");
        };
    }

    /** The unit whose committee reports: that of the commune for a residential area. */
    Unit authority(Unit unit) {
        return unit.level() == UnitLevel.RESIDENTIAL_AREA
                ? territory.parent(unit).orElse(unit)
                : unit;
    }

    /**
     * The unit whose committee recognises: the commune for its areas; for a commune the district, and the province where
     * there is none. Who does so since July 2025 has not been read in the instrument.
     */
    Unit recogniser(Unit unit) {
        return unit.level() == UnitLevel.COMMUNE ? territory.parent(unit).orElse(unit) : authority(unit);
    }

    /** "ỦY BAN NHÂN DÂN", "THỊ TRẤN QUÁN LÀO". */
    List<String> committee(Unit unit) {
        return List.of(COMMITTEE, authority(unit).fullName().toUpperCase(VI));
    }

    /** "UBND HUYỆN YÊN ĐỊNH"; empty for a province. */
    Optional<String> committeeAbove(Unit unit) {
        return territory
                .parent(authority(unit))
                .map(above -> "UBND " + above.fullName().toUpperCase(VI));
    }

    /** "UBND huyện Yên Định"; empty for a province. */
    Optional<String> superior(Unit unit) {
        return territory.parent(authority(unit)).map(above -> "UBND " + VietnameseFormat.inSentence(above.fullName()));
    }

    /** The parts of a ground in which figures are told apart: communes, or the areas of one commune; by name. */
    List<Unit> parts(Ground ground) {
        List<Unit> communes = communes(ground);
        Collection<Unit> parts = communes.size() == 1 ? residentialAreas(ground) : communes;
        return parts.stream()
                .sorted((a, b) -> VietnameseText.collator().compare(a.fullName(), b.fullName()))
                .toList();
    }

    List<Unit> residentialAreas(Ground ground) {
        return ground.unitIds().stream()
                .map(territory::find)
                .flatMap(Optional::stream)
                .filter(unit -> unit.level() == UnitLevel.RESIDENTIAL_AREA)
                .toList();
    }

    /** The communes of a ground; that of the area where less than a commune was asked for. */
    private List<Unit> communes(Ground ground) {
        List<Unit> found = new ArrayList<>();
        for (Unit holder : ground.holders()) {
            territory
                    .ancestor(holder, UnitLevel.COMMUNE)
                    .filter(one -> !found.contains(one))
                    .ifPresent(found::add);
        }
        return found;
    }

    private List<Unit> above(Ground ground, UnitLevel level) {
        return ground.holders().stream()
                .map(holder -> territory.ancestor(holder, level))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static String oneKind(List<Unit> units, String otherwise) {
        Set<String> kinds = units.stream().map(UnitWords::kind).collect(Collectors.toCollection(TreeSet::new));
        return kinds.size() == 1 ? kinds.iterator().next() : otherwise;
    }
}
