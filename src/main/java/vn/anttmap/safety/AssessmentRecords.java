package vn.anttmap.safety;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.anttmap.territory.NewState;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;

/** Finds the record of a unit's year, which may belong to an earlier or later state of the same ground. */
@Component
class AssessmentRecords {

    private final SafetyAssessmentRepository assessments;
    private final Territory territory;

    AssessmentRecords(SafetyAssessmentRepository assessments, Territory territory) {
        this.assessments = assessments;
        this.territory = territory;
    }

    /** All records of a year, by unit. */
    Map<Long, SafetyAssessment> byUnit(int year) {
        Map<Long, SafetyAssessment> byUnit = new HashMap<>();
        assessments.findByAssessmentYear(year).forEach(assessment -> byUnit.put(assessment.unitId(), assessment));
        return byUnit;
    }

    /** The unit's own record, or that of a state with the same territory before or after it. */
    <T> Optional<T> of(Unit unit, Map<Long, T> byUnit) {
        return sameGround(unit).stream().filter(byUnit::containsKey).findFirst().map(byUnit::get);
    }

    Optional<SafetyAssessment> find(Unit unit, int year) {
        Map<Long, SafetyAssessment> byUnit = new HashMap<>();
        assessments
                .findByAssessmentYearAndUnitIdIn(year, sameGround(unit))
                .forEach(assessment -> byUnit.put(assessment.unitId(), assessment));
        return of(unit, byUnit);
    }

    /** The unit, what it was before and what it became after, nearest first, as long as the territory is the same. */
    private List<Long> sameGround(Unit unit) {
        List<Long> ids = new ArrayList<>();
        ids.add(unit.id());
        follow(unit, ids, true);
        follow(unit, ids, false);
        return ids;
    }

    private void follow(Unit unit, List<Long> ids, boolean backwards) {
        Unit here = unit;
        for (int steps = 0; steps < 20; steps++) {
            // A part of somebody else's ground makes no other area of it.
            List<Territory.Related> next = (backwards
                            ? territory.predecessors(here.id())
                            : territory.successors(here.id()))
                    .stream()
                            .filter(related -> !related.change().equals(NewState.PART))
                            .toList();
            if (next.size() != 1 || !NewState.isSameUnit(next.get(0).change())) {
                return;
            }
            here = next.get(0).unit();
            ids.add(here.id());
        }
    }
}
