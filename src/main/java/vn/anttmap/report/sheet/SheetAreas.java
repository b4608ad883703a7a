package vn.anttmap.report.sheet;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.density.AreaDensity;
import vn.anttmap.density.Density;
import vn.anttmap.density.DensityLevel;
import vn.anttmap.density.DensityReport;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.report.VietnameseFormat;
import vn.anttmap.safety.AreaSafety;
import vn.anttmap.safety.SafetyStatus;
import vn.anttmap.safety.SafetyYear;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.UnitLevel;

/** How each area of a sheet is filled and what is written in it. */
@Component
class SheetAreas {

    static final Locale VI = Locale.forLanguageTag("vi");

    /** The outcome first, then the way to it, as in the legend of the page. */
    private static final List<SafetyStatus> ORDER = List.of(
            SafetyStatus.RECOGNISED,
            SafetyStatus.NOT_RECOGNISED,
            SafetyStatus.UNDER_REVIEW,
            SafetyStatus.SELF_ASSESSED,
            SafetyStatus.REGISTERED,
            SafetyStatus.NOT_REGISTERED,
            SafetyStatus.NOT_CONSIDERED);

    private final Density density;
    private final MessageSource messages;

    SheetAreas(Density density, MessageSource messages) {
        this.density = density;
        this.messages = messages;
    }

    /** @param value null where the colour says all */
    record Filled(AreaStyle style, @Nullable String value) {}

    /**
     * @param byArea by id of the unit; one that is missing has no data
     * @param legend only what is on the sheet
     * @param notes what has to be known beside the legend
     */
    record Result(Map<Long, Filled> byArea, List<MapSheet.LegendEntry> legend, List<String> notes) {}

    Result ofDensity(AccountView account, SheetQuestion question, Ground ground) {
        DensityReport report = density.report(
                account,
                question.level() == UnitLevel.COMMUNE ? DensityLevel.COMMUNES : DensityLevel.RESIDENTIAL_AREAS,
                IncidentCounts.Question.period(
                                question.period().from(), question.period().to(), ground.day())
                        .within(ground),
                VI);
        SheetTheme theme = question.theme();
        ValueClasses classes = ValueClasses.of(
                report.areas().stream()
                        .map(theme::valueOf)
                        .filter(Objects::nonNull)
                        .toList(),
                theme.counts());
        Map<Long, Filled> byArea = new LinkedHashMap<>();
        boolean zero = false;
        boolean noData = false;
        boolean unstable = false;
        for (AreaDensity area : report.areas()) {
            Double value = theme.valueOf(area);
            if (value == null) {
                noData = true;
                byArea.put(area.id(), new Filled(AreaStyle.NO_DATA, null));
            } else if (value > 0) {
                unstable |= area.unstable() && !theme.counts();
                AreaStyle style = AreaStyle.ofDensity(classes.colourStep(classes.indexOf(value)));
                byArea.put(area.id(), new Filled(style, written(theme, area, value)));
            } else {
                zero = true;
                byArea.put(area.id(), new Filled(AreaStyle.ZERO, "0"));
            }
        }
        return new Result(
                byArea,
                legend(classes, zero, noData),
                unstable ? List.of("* Dưới 05 vụ trong kỳ: tỷ lệ dễ thay đổi, chỉ để tham khảo.") : List.of());
    }

    private static String written(SheetTheme theme, AreaDensity area, double value) {
        return theme.counts()
                ? VietnameseFormat.number(Math.round(value))
                : VietnameseFormat.decimal(value) + (area.unstable() ? "*" : "") + " (" + area.count() + " vụ)";
    }

    private static List<MapSheet.LegendEntry> legend(ValueClasses classes, boolean zero, boolean noData) {
        List<MapSheet.LegendEntry> legend = new java.util.ArrayList<>();
        if (noData) {
            legend.add(new MapSheet.LegendEntry(AreaStyle.NO_DATA, "Không đủ số liệu"));
        }
        if (zero) {
            legend.add(new MapSheet.LegendEntry(AreaStyle.ZERO, "0"));
        }
        for (int index = 0; index < classes.list().size(); index++) {
            ValueClasses.ValueClass limits = classes.list().get(index);
            String text = limits.min() == limits.max()
                    ? VietnameseFormat.decimal(limits.max())
                    : (index == 0 ? "" : "> ") + VietnameseFormat.decimal(limits.min()) + " – "
                            + VietnameseFormat.decimal(limits.max());
            legend.add(new MapSheet.LegendEntry(AreaStyle.ofDensity(classes.colourStep(index)), text));
        }
        return legend;
    }

    /** The status alone, from what was recorded. */
    Result ofStatus(SafetyYear year, UnitLevel level) {
        Map<Long, Filled> byArea = new LinkedHashMap<>();
        Set<SafetyStatus> used = new LinkedHashSet<>();
        for (AreaSafety area : year.areas()) {
            if (area.level().equals(level.key())) {
                SafetyStatus status = SafetyStatus.ofKey(area.status());
                used.add(status);
                byArea.put(area.id(), new Filled(AreaStyle.of(status), label(status)));
            }
        }
        return new Result(
                byArea,
                ORDER.stream()
                        .filter(used::contains)
                        .map(status -> new MapSheet.LegendEntry(AreaStyle.of(status), label(status)))
                        .toList(),
                List.of());
    }

    private String label(SafetyStatus status) {
        return VietnameseFormat.capital(messages.getMessage("label.status." + status.key(), null, VI));
    }
}
