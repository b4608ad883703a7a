package vn.anttmap.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.anttmap.safety.AreaSafety;
import vn.anttmap.safety.OverdueSteps;
import vn.anttmap.safety.SafetyStatus;
import vn.anttmap.safety.SafetyYear;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.UnitLevel;

/** Counts a year's statuses and finds what is late among them. */
final class TitleFigures {

    private static final int LATE_SHOWN = 10;
    private static final List<UnitLevel> LEVELS = List.of(UnitLevel.RESIDENTIAL_AREA, UnitLevel.COMMUNE);

    private TitleFigures() {}

    static Overview.Titles titles(SafetyYear year, @Nullable Ground ground) {
        List<Overview.LevelTitles> levels = new ArrayList<>();
        for (UnitLevel level : LEVELS) {
            List<AreaSafety> areas = areas(year, level, ground);
            if (!areas.isEmpty()) {
                Map<String, Integer> byStatus = new TreeMap<>();
                areas.forEach(area -> byStatus.merge(area.status(), 1, Integer::sum));
                SafetyYear.Window window = window(year, level);
                levels.add(new Overview.LevelTitles(
                        level.key(),
                        window.from(),
                        window.to(),
                        window.verified(),
                        byStatus.getOrDefault(SafetyStatus.RECOGNISED.key(), 0),
                        areas.size(),
                        byStatus));
            }
        }
        return new Overview.Titles(year.year(), levels);
    }

    static Overview.Late late(Map<AreaSafety, OverdueSteps.Overdue> overdue, @Nullable Ground ground) {
        List<Overview.LateArea> late = new ArrayList<>();
        overdue.forEach((area, step) -> {
            if (Overviews.isOn(ground, area.id())) {
                late.add(new Overview.LateArea(
                        area.id(),
                        area.fullName(),
                        area.parentName(),
                        area.level(),
                        area.status(),
                        step.status(),
                        step.due(),
                        step.verified()));
            }
        });
        // Stable: within a day, areas before communes, each in the order of the list.
        late.sort(Comparator.comparing(Overview.LateArea::since));
        return new Overview.Late(late.size(), Overviews.first(late, LATE_SHOWN));
    }

    private static List<AreaSafety> areas(SafetyYear year, UnitLevel level, @Nullable Ground ground) {
        return year.areas().stream()
                .filter(area -> area.level().equals(level.key()) && Overviews.isOn(ground, area.id()))
                .toList();
    }

    private static SafetyYear.Window window(SafetyYear year, UnitLevel level) {
        return level == UnitLevel.COMMUNE
                ? year.windows().commune()
                : year.windows().residentialArea();
    }
}
