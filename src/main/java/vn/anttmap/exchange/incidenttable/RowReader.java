package vn.anttmap.exchange.incidenttable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.anttmap.exchange.table.CellText;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.incident.HandlingLevel;
import vn.anttmap.incident.IncidentCategory;
import vn.anttmap.incident.IncidentDraft;
import vn.anttmap.incident.IncidentState;
import vn.anttmap.incident.PlaceAccuracy;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.VietnamTime;

/** Understands a row: every fault of it is told at once, not one after the other. */
final class RowReader {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

    private static final Map<String, HandlingLevel> HANDLING = Map.of(
            "xa", HandlingLevel.COMMUNE,
            "cap xa", HandlingLevel.COMMUNE,
            "cong an xa", HandlingLevel.COMMUNE,
            "cong an thi tran", HandlingLevel.COMMUNE,
            "huyen", HandlingLevel.DISTRICT,
            "cap huyen", HandlingLevel.DISTRICT,
            "cong an huyen", HandlingLevel.DISTRICT,
            "tinh", HandlingLevel.PROVINCE,
            "cap tinh", HandlingLevel.PROVINCE,
            "cong an tinh", HandlingLevel.PROVINCE);

    private static final Map<String, IncidentState> STATES = Map.of(
            "tiep nhan", IncidentState.RECEIVED,
            "xac minh", IncidentState.VERIFYING,
            "dang xac minh", IncidentState.VERIFYING,
            "da giai quyet", IncidentState.RESOLVED,
            "chuyen cap tren", IncidentState.TRANSFERRED,
            "khong phai vu viec", IncidentState.NOT_A_CASE);

    private final List<IncidentCategory> categories;
    private final RowPlace.Finder places;
    private final Instant now;

    /**
     * @param categories those that the account may use
     * @param now no span ends later
     */
    RowReader(List<IncidentCategory> categories, RowPlace.Finder places, Instant now) {
        this.categories = categories;
        this.places = places;
        this.now = now;
    }

    private record Moment(Instant at, @Nullable Instant until) {}

    TableRow read(int number, RowCells cells) {
        List<RowProblem> problems = new ArrayList<>();
        IncidentCategory category = read(problems, () -> category(cells));
        String severity = category == null ? null : read(problems, () -> severity(cells, category));
        Moment moment = read(problems, () -> moment(cells));
        Instant reported = read(problems, () -> reported(cells));
        RowPlace place =
                moment == null ? null : read(problems, () -> places.find(cells, VietnamTime.dayOf(moment.at())));
        PlaceAccuracy accuracy = read(problems, () -> choice(cells, TableColumn.ACCURACY, PlaceAccuracy.values()));
        Long persons = read(problems, () -> whole(cells, TableColumn.PERSONS));
        Long dead = read(problems, () -> whole(cells, TableColumn.DEAD));
        Long injured = read(problems, () -> whole(cells, TableColumn.INJURED));
        Long damage = read(problems, () -> whole(cells, TableColumn.DAMAGE));
        Boolean major = read(problems, () -> yesOrNo(cells, TableColumn.MAJOR));
        HandlingLevel handling =
                read(problems, () -> named(cells, TableColumn.HANDLING, HANDLING, HandlingLevel.values()));
        IncidentState state = read(problems, () -> named(cells, TableColumn.STATE, STATES, IncidentState.values()));
        if (!problems.isEmpty() || category == null || moment == null || place == null) {
            return new TableRow(number, null, null, false, null, problems);
        }
        IncidentDraft draft = new IncidentDraft(
                place.longitude(),
                place.latitude(),
                place.area() == null && accuracy != null ? accuracy : place.accuracy(),
                moment.at(),
                moment.until(),
                reported,
                category.code(),
                severity,
                major,
                count(persons),
                count(dead),
                count(injured),
                damage,
                handling,
                state,
                cells.has(TableColumn.NOTE) ? cells.text(TableColumn.NOTE) : null,
                null);
        boolean unassigned = place.accuracy() == PlaceAccuracy.UNKNOWN;
        return new TableRow(number, draft, place.area(), unassigned, null, List.of());
    }

    private IncidentCategory category(RowCells cells) {
        String asked = cells.text(TableColumn.CATEGORY);
        if (asked.isEmpty()) {
            throw missing(TableColumn.CATEGORY);
        }
        String folded = VietnameseText.fold(asked);
        return categories.stream()
                .filter(category -> category.code().equalsIgnoreCase(asked)
                        || VietnameseText.fold(category.nameVi()).equals(folded)
                        || VietnameseText.fold(category.nameEn()).equals(folded))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.INVALID,
                                "category-unknown",
                                String.join(
                                        ", ",
                                        categories.stream()
                                                .map(IncidentCategory::code)
                                                .toList()))
                        .at(TableColumn.CATEGORY.name(), asked));
    }

    private static @Nullable String severity(RowCells cells, IncidentCategory category) {
        String asked = cells.text(TableColumn.SEVERITY);
        String folded = VietnameseText.fold(asked);
        if (folded.isEmpty() || folded.equals("chua phan loai")) {
            return null;
        }
        return category.severities().stream()
                .filter(grade -> grade.code().equalsIgnoreCase(asked)
                        || VietnameseText.fold(grade.nameVi()).equals(folded)
                        || VietnameseText.fold(grade.nameEn()).equals(folded))
                .map(IncidentCategory.SeverityGrade::code)
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.INVALID,
                                "severity-unknown",
                                category.code(),
                                String.join(
                                        ", ",
                                        category.severities().stream()
                                                .map(IncidentCategory.SeverityGrade::nameVi)
                                                .toList()))
                        .at(TableColumn.SEVERITY.name(), asked));
    }

    /** A day without a time is the span of the whole day: midnight would be made up. */
    private Moment moment(RowCells cells) {
        if (cells.has(TableColumn.MOMENT)) {
            String text = cells.text(TableColumn.MOMENT);
            Optional<LocalDateTime> moment = CellText.moment(text);
            return moment.map(known -> new Moment(instant(known), null))
                    .or(() -> CellText.day(text).map(this::wholeDay))
                    .orElseThrow(() -> unreadableDay(TableColumn.MOMENT, text));
        }
        if (!cells.has(TableColumn.DAY)) {
            throw missing(TableColumn.DAY);
        }
        String text = cells.text(TableColumn.DAY);
        if (!cells.has(TableColumn.TIME)) {
            return CellText.day(text)
                    .map(this::wholeDay)
                    .or(() -> CellText.moment(text).map(known -> new Moment(instant(known), null)))
                    .orElseThrow(() -> unreadableDay(TableColumn.DAY, text));
        }
        LocalDate day = CellText.day(text).orElseThrow(() -> unreadableDay(TableColumn.DAY, text));
        String hour = cells.text(TableColumn.TIME);
        LocalTime time = CellText.time(hour)
                .orElseThrow(() -> UserProblem.of(Kind.INVALID, "table-time-unreadable", hour)
                        .at(TableColumn.TIME.name(), hour));
        return new Moment(instant(day.atTime(time)), null);
    }

    private Moment wholeDay(LocalDate day) {
        Instant begin = instant(day.atStartOfDay());
        Instant end = instant(day.atTime(END_OF_DAY));
        // Of a day in the future the register will say that it is one.
        return new Moment(begin, end.isAfter(now) && now.isAfter(begin) ? now : end);
    }

    private static @Nullable Instant reported(RowCells cells) {
        String text = cells.text(TableColumn.REPORTED);
        if (text.isEmpty()) {
            return null;
        }
        return CellText.moment(text)
                .or(() -> CellText.day(text).map(LocalDate::atStartOfDay))
                .map(RowReader::instant)
                .orElseThrow(() -> unreadableDay(TableColumn.REPORTED, text));
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(VietnamTime.ZONE).toInstant();
    }

    private static @Nullable Long whole(RowCells cells, TableColumn column) {
        String text = cells.text(column);
        return text.isEmpty()
                ? null
                : CellText.whole(text)
                        .orElseThrow(() -> UserProblem.of(Kind.INVALID, "table-number-unreadable", text)
                                .at(column.name(), text));
    }

    /** Too large a count stays too large: the check of the register says so. */
    private static @Nullable Integer count(@Nullable Long number) {
        return number == null ? null : (int) Math.min(number, Integer.MAX_VALUE);
    }

    private static @Nullable Boolean yesOrNo(RowCells cells, TableColumn column) {
        return switch (VietnameseText.fold(cells.text(column))) {
            case "" -> null;
            case "co", "x", "1", "yes", "true", "trong an" -> true;
            case "khong", "0", "no", "false" -> false;
            default -> throw unknownWord(column, cells.text(column), "có, không");
        };
    }

    private static <E extends Enum<E>> @Nullable E choice(RowCells cells, TableColumn column, E[] values) {
        return named(cells, column, Map.of(), values);
    }

    private static <E extends Enum<E>> @Nullable E named(
            RowCells cells, TableColumn column, Map<String, E> words, E[] values) {
        String text = cells.text(column);
        if (text.isEmpty()) {
            return null;
        }
        E word = words.get(VietnameseText.fold(text));
        return word != null
                ? word
                : Arrays.stream(values)
                        .filter(value -> value.name().equalsIgnoreCase(text))
                        .findFirst()
                        .orElseThrow(() -> unknownWord(
                                column,
                                text,
                                String.join(
                                        ", ",
                                        words.isEmpty()
                                                ? Arrays.stream(values)
                                                        .map(value ->
                                                                value.name().toLowerCase(Locale.ROOT))
                                                        .toList()
                                                : words.keySet().stream()
                                                        .sorted()
                                                        .toList())));
    }

    private static <T> @Nullable T read(List<RowProblem> problems, Supplier<@Nullable T> cell) {
        try {
            return cell.get();
        } catch (UserProblem problem) {
            String column = problem.parameter();
            problems.add(new RowProblem(column == null ? null : TableColumn.valueOf(column), problem));
            return null;
        }
    }

    private static UserProblem missing(TableColumn column) {
        return UserProblem.of(Kind.INVALID, "table-cell-missing", column.shown())
                .at(column.name(), null);
    }

    private static UserProblem unreadableDay(TableColumn column, String text) {
        return UserProblem.of(Kind.INVALID, "table-day-unreadable", text).at(column.name(), text);
    }

    private static UserProblem unknownWord(TableColumn column, String text, String choices) {
        return UserProblem.of(Kind.INVALID, "table-word-unknown", text, choices).at(column.name(), text);
    }
}
