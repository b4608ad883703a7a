package vn.anttmap.boundarychange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;
import vn.anttmap.boundarychange.ChangeWish.Part;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.territory.NewState.Follows;
import vn.anttmap.territory.Population;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitKind;

/** Writes the states that begin: names, figures and what they follow. */
final class Drafting {

    /** Source of a figure that came with the wish; it gets the decision's name when the change is stored. */
    static final String GIVEN = "";

    private static final String SUMMED = "cộng số liệu các đơn vị trước khi sáp nhập";

    private final int year;
    private final Map<Long, Long> heirs;
    private final List<Draft> drafts = new ArrayList<>();

    /** @param year of the day of the change @param heirs of units above that do not hold any more */
    Drafting(int year, Map<Long, Long> heirs) {
        this.year = year;
        this.heirs = heirs;
    }

    List<Draft> drafts() {
        return List.copyOf(drafts);
    }

    /** What several become: their figures are added where all of them have one. */
    Draft merged(List<Standing> before, Part part, List<Follows> follows, MultiPolygon boundary) {
        List<Unit> units = before.stream().map(Standing::unit).toList();
        Double areaSqKm = sum(units, Unit::officialAreaSqKm);
        Double households = sum(
                units,
                unit -> unit.households() == null ? null : unit.households().doubleValue());
        return add(
                units.get(0),
                part,
                follows,
                boundary,
                areaSqKm,
                areaSqKm == null ? null : SUMMED,
                households == null ? null : (int) Math.round(households),
                households == null ? null : SUMMED,
                summed(units),
                units.stream().anyMatch(Unit::synthetic));
    }

    /** A part of what one was: it has no figures and no code but those that were given. */
    Draft splitOff(Standing before, Part given, List<Follows> follows, MultiPolygon boundary) {
        Part part = new Part(
                given.name(),
                given.kind(),
                given.code(),
                given.code() == null,
                given.parentId(),
                given.population(),
                given.households(),
                given.officialAreaSqKm(),
                given.geometry(),
                given.childIds());
        return add(
                before.unit(),
                part,
                follows,
                boundary,
                null,
                null,
                null,
                null,
                List.of(),
                before.unit().synthetic());
    }

    /** The same unit on the same or on other ground; on other ground the official area no longer holds. */
    Draft goesOn(Standing before, Part part, List<Follows> follows, @Nullable MultiPolygon boundary) {
        Unit unit = before.unit();
        boolean redrawn = boundary != before.boundary();
        return add(
                unit,
                part,
                follows,
                boundary,
                redrawn ? null : unit.officialAreaSqKm(),
                redrawn ? null : unit.officialAreaSource(),
                unit.households(),
                unit.householdsSource(),
                unit.population(),
                unit.synthetic());
    }

    /** A residential area of a commune that ends; it stays what it is. */
    Draft carriedOver(Standing child, int commune, @Nullable UnitKind kind) {
        Unit unit = child.unit();
        boolean renamed = kind != null && kind != unit.kind();
        Part part =
                renamed ? new Part(null, kind, null, false, null, null, null, null, null, List.of()) : Part.AS_BEFORE;
        Draft draft = goesOn(
                child, part, List.of(new Follows(unit.id(), renamed ? "renamed" : "continued")), child.boundary());
        drafts.remove(drafts.size() - 1);
        Draft placed = new Draft(
                draft.number(),
                draft.level(),
                draft.kind(),
                draft.code(),
                draft.name(),
                draft.fullName(),
                null,
                commune,
                draft.follows(),
                draft.officialAreaSqKm(),
                draft.officialAreaSource(),
                draft.households(),
                draft.householdsSource(),
                draft.population(),
                draft.synthetic(),
                draft.syntheticNote(),
                draft.boundary());
        drafts.add(placed);
        return placed;
    }

    private Draft add(
            Unit before,
            Part part,
            List<Follows> follows,
            @Nullable MultiPolygon boundary,
            @Nullable Double areaSqKm,
            @Nullable String areaSource,
            @Nullable Integer households,
            @Nullable String householdsSource,
            List<Population> population,
            boolean synthetic) {
        UnitKind kind = Optional.ofNullable(part.kind()).orElse(before.kind());
        boolean sameName = part.name() == null && kind == before.kind();
        String name = Optional.ofNullable(part.name()).orElse(before.name());
        List<Population> series = new ArrayList<>(population);
        if (part.population() != null) {
            series.removeIf(entry -> entry.year() == year);
            series.add(new Population(year, part.population(), GIVEN, false));
        }
        Draft draft = new Draft(
                drafts.size(),
                before.level(),
                kind,
                part.noCode() ? null : Optional.ofNullable(part.code()).orElse(before.code()),
                name,
                sameName ? before.fullName() : fullName(kind, name),
                part.parentId() == null ? parent(before) : part.parentId(),
                null,
                follows,
                Optional.ofNullable(part.officialAreaSqKm()).orElse(areaSqKm),
                part.officialAreaSqKm() == null ? areaSource : GIVEN,
                Optional.ofNullable(part.households()).orElse(households),
                part.households() == null ? householdsSource : GIVEN,
                series,
                synthetic,
                synthetic ? before.syntheticNote() : null,
                boundary);
        drafts.add(draft);
        return draft;
    }

    private @Nullable Long parent(Unit before) {
        Long parentId = before.parentId();
        return parentId == null ? null : heirs.getOrDefault(parentId, parentId);
    }

    /** "Thôn" and "Thôn Đoài" is Thôn Đoài. */
    static String fullName(UnitKind kind, String name) {
        String label = kind.label(Locale.forLanguageTag("vi"));
        return VietnameseText.fold(name).startsWith(VietnameseText.fold(label) + " ") ? name : label + " " + name;
    }

    /** For each year that all of them have a figure of. */
    private static List<Population> summed(List<Unit> units) {
        return units.get(0).population().stream()
                .map(Population::year)
                .flatMap(known -> sumOf(units, known).stream())
                .toList();
    }

    private static Optional<Population> sumOf(List<Unit> units, int year) {
        List<Population> entries = units.stream()
                .flatMap(unit -> unit.population().stream().filter(entry -> entry.year() == year))
                .toList();
        return entries.size() < units.size()
                ? Optional.empty()
                : Optional.of(new Population(
                        year,
                        entries.stream().mapToInt(Population::count).sum(),
                        SUMMED,
                        entries.stream().anyMatch(Population::synthetic)));
    }

    private static @Nullable Double sum(List<Unit> units, Function<Unit, @Nullable Double> figure) {
        List<Double> figures = units.stream()
                .map(figure)
                .filter(Objects::nonNull)
                .map(Double.class::cast)
                .toList();
        // Figures of areas have two decimals; adding them in binary makes seventeen.
        return figures.size() < units.size()
                ? null
                : figures.stream()
                        .map(java.math.BigDecimal::valueOf)
                        .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add)
                        .doubleValue();
    }
}
