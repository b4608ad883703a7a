package vn.anttmap.exchange.registertable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.anttmap.exchange.table.CellText;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.movement.EntryDraft;
import vn.anttmap.movement.MovementKind;
import vn.anttmap.movement.RegisterField;
import vn.anttmap.movement.RegisterLabels;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Unit;

/** Understands a row: every fault of it is told at once, not one after the other. */
final class RegisterRowReader {

    /** "hơn 1.500", "trên 200", "> 200": the number is a lower bound. */
    private static final Pattern MORE_THAN = Pattern.compile("(?:hon|tren|>|more than|over)\\s*(.+)");

    private final List<RegisterColumn> columns;
    private final List<MovementKind> kinds;
    private final RegisterLabels labels;
    private final RowUnits units;
    private final @Nullable LocalDate today;

    /**
     * @param columns of the register
     * @param kinds those that can be chosen
     * @param today for what belongs to the unit of its last day, or of today while it lasts, and whose first day may be
     *     unknown; null for what belongs to the unit of its first day
     */
    RegisterRowReader(
            List<RegisterColumn> columns,
            Collection<MovementKind> kinds,
            RegisterLabels labels,
            RowUnits units,
            @Nullable LocalDate today) {
        this.columns = columns;
        this.kinds = kinds.stream().filter(MovementKind::active).toList();
        this.labels = labels;
        this.units = units;
        this.today = today;
    }

    RegisterRow read(int number, RegisterCells cells) {
        List<RegisterRow.Fault> faults = new ArrayList<>();
        MovementKind kind = read(faults, () -> kind(cells));
        LocalDate firstDay = read(faults, () -> day(cells, RegisterColumn.FIRST_DAY, today == null));
        LocalDate lastDay = read(faults, () -> day(cells, RegisterColumn.LAST_DAY, false));
        Unit unit = read(faults, () -> unit(cells, firstDay, lastDay));
        String title = read(faults, () -> needed(cells, RegisterColumn.TITLE));
        Double longitude = read(faults, () -> degrees(cells, RegisterColumn.LONGITUDE));
        Double latitude = read(faults, () -> degrees(cells, RegisterColumn.LATITUDE));
        Map<String, Object> details = new LinkedHashMap<>();
        for (RegisterColumn column : columns) {
            RegisterField field = column.field();
            if (field != null && cells.has(column.key())) {
                Object value = read(faults, () -> value(field, cells.text(column.key())));
                if (value != null) {
                    details.put(field.name(), value);
                }
            }
        }
        if (!faults.isEmpty() || kind == null || unit == null) {
            return new RegisterRow(number, null, unit, null, faults);
        }
        EntryDraft draft = new EntryDraft(
                kind.code(),
                unit.id(),
                title,
                firstDay,
                lastDay,
                longitude,
                latitude,
                details,
                cells.has(RegisterColumn.SOURCE) ? cells.text(RegisterColumn.SOURCE) : null);
        return new RegisterRow(number, draft, unit, null, List.of());
    }

    /** A register of one kind needs no column for it. */
    private MovementKind kind(RegisterCells cells) {
        String asked = cells.text(RegisterColumn.KIND);
        if (asked.isEmpty()) {
            if (kinds.size() == 1) {
                return kinds.get(0);
            }
            throw missing(RegisterColumn.KIND);
        }
        String folded = VietnameseText.fold(asked);
        return kinds.stream()
                .filter(kind -> kind.code().equalsIgnoreCase(asked)
                        || VietnameseText.fold(kind.nameVi()).equals(folded)
                        || VietnameseText.fold(kind.nameEn()).equals(folded))
                .findFirst()
                .orElseThrow(() -> unknownWord(
                        RegisterColumn.KIND,
                        asked,
                        kinds.stream().map(MovementKind::nameVi).collect(Collectors.joining(", "))));
    }

    private @Nullable Unit unit(RegisterCells cells, @Nullable LocalDate firstDay, @Nullable LocalDate lastDay) {
        if (today == null) {
            return firstDay == null ? null : units.find(cells, firstDay);
        }
        LocalDate last = lastDay == null || lastDay.isAfter(today) ? today : lastDay.minusDays(1);
        try {
            return units.find(cells, last);
        } catch (UserProblem notOfThatDay) {
            if (firstDay == null || !firstDay.isBefore(last)) {
                throw notOfThatDay;
            }
            return units.find(cells, firstDay);
        }
    }

    private @Nullable LocalDate day(RegisterCells cells, String column, boolean needed) {
        String text = needed ? needed(cells, column) : cells.text(column);
        return text.isEmpty()
                ? null
                : CellText.day(text)
                        .orElseThrow(() -> UserProblem.of(Kind.INVALID, "table-day-unreadable", text)
                                .at(column, text));
    }

    private static @Nullable Double degrees(RegisterCells cells, String column) {
        String text = cells.text(column);
        if (text.isEmpty()) {
            return null;
        }
        Double degrees = CellText.coordinate(text);
        if (degrees == null || !Double.isFinite(degrees)) {
            throw UserProblem.of(Kind.INVALID, "table-number-unreadable", text).at(column, text);
        }
        return degrees;
    }

    private Object value(RegisterField field, String text) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> text;
            case LIST ->
                Arrays.stream(text.split("[;\\n]"))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
            case AMOUNT -> amount(field.name(), text);
            case CHOICE -> choice(field, text);
        };
    }

    private static Map<String, Object> amount(String column, String text) {
        Matcher more = MORE_THAN.matcher(VietnameseText.fold(text));
        boolean moreThan = more.matches();
        String number = moreThan ? more.group(1).strip() : text;
        long value = CellText.whole(number)
                .orElseThrow(() -> UserProblem.of(Kind.INVALID, "table-number-unreadable", text)
                        .at(column, text));
        Map<String, Object> amount = new LinkedHashMap<>();
        amount.put("value", value);
        amount.put("moreThan", moreThan);
        return amount;
    }

    private String choice(RegisterField field, String text) {
        String folded = VietnameseText.fold(text);
        return field.choices().stream()
                .filter(choice -> choice.equalsIgnoreCase(text)
                        || VietnameseText.fold(labels.ofChoice(choice, Locale.ROOT))
                                .equals(folded)
                        || VietnameseText.fold(labels.ofChoice(choice, Locale.ENGLISH))
                                .equals(folded))
                .findFirst()
                .orElseThrow(() -> unknownWord(
                        field.name(),
                        text,
                        field.choices().stream()
                                .map(choice -> labels.ofChoice(choice, Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }

    private String needed(RegisterCells cells, String column) {
        if (!cells.has(column)) {
            throw missing(column);
        }
        return cells.text(column);
    }

    private UserProblem missing(String key) {
        String shown = columns.stream()
                .filter(column -> column.key().equals(key))
                .map(RegisterColumn::shown)
                .findFirst()
                .orElse(key);
        return UserProblem.of(Kind.INVALID, "table-cell-missing", shown).at(key, null);
    }

    private static <T> @Nullable T read(List<RegisterRow.Fault> faults, Supplier<@Nullable T> cell) {
        try {
            return cell.get();
        } catch (UserProblem problem) {
            faults.add(new RegisterRow.Fault(problem.parameter(), problem));
            return null;
        }
    }

    private static UserProblem unknownWord(String column, String text, String choices) {
        return UserProblem.of(Kind.INVALID, "table-word-unknown", text, choices).at(column, text);
    }
}
