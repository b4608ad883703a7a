package vn.anttmap.safety;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.territory.Jurisdiction;
import vn.anttmap.territory.NewState;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;

/** What was on record for the areas that a merged or divided area came from. */
@Component
class EarlierAreas {

    private final Territory territory;
    private final AssessmentRecords records;

    EarlierAreas(Territory territory, AssessmentRecords records) {
        this.territory = territory;
        this.records = records;
    }

    /**
     * The nearest predecessors with a record, by name. Their titles are theirs: none of them is the area's own.
     *
     * @param unit an area without a record of its own
     * @param recorded a year's statuses by unit
     * @param jurisdiction predecessors outside are left out
     */
    List<StatusYears.EarlierStatus> of(Unit unit, Map<Long, SafetyStatus> recorded, Jurisdiction jurisdiction) {
        List<StatusYears.EarlierStatus> found = new ArrayList<>();
        Set<Long> seen = new HashSet<>(List.of(unit.id()));
        collect(unit, recorded, jurisdiction, seen, found);
        found.sort(Comparator.comparing(StatusYears.EarlierStatus::fullName, VietnameseText.collator()));
        return found;
    }

    private void collect(
            Unit unit,
            Map<Long, SafetyStatus> recorded,
            Jurisdiction jurisdiction,
            Set<Long> seen,
            List<StatusYears.EarlierStatus> found) {
        for (Territory.Related related : territory.predecessors(unit.id())) {
            Unit before = related.unit();
            if (related.change().equals(NewState.PART)
                    || before.level() != unit.level()
                    || !jurisdiction.contains(before.id())
                    || !seen.add(before.id())) {
                continue;
            }
            Optional<SafetyStatus> status = records.of(before, recorded);
            if (status.isPresent()) {
                found.add(new StatusYears.EarlierStatus(
                        before.id(), before.fullName(), status.get().key()));
            } else {
                collect(before, recorded, jurisdiction, seen, found);
            }
        }
    }
}
