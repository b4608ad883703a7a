package vn.anttmap.safety;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;

/** Finds the record of a unit's year, which may belong to an earlier or later state of the same ground. */
@Component
class AssessmentRecords {

    private static final Set<String> SAME_TERRITORY = Set.of("continued", "renamed", "moved");

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
        T own = byUnit.get(unit.id());
        if (own != null) {
            return Optional.of(own);
        }
        return alongTheLine(unit, byUnit, true).or(() -> alongTheLine(unit, byUnit, false));
    }

    Optional<SafetyAssessment> find(Unit unit, int year) {
        return of(unit, byUnit(year));
    }

    private <T> Optional<T> alongTheLine(Unit unit, Map<Long, T> byUnit, boolean backwards) {
        Unit here = unit;
        for (int steps = 0; steps < 20; steps++) {
            List<Territory.Related> next =
                    backwards ? territory.predecessors(here.id()) : territory.successors(here.id());
            if (next.size() != 1 || !SAME_TERRITORY.contains(next.get(0).change())) {
                return Optional.empty();
            }
            here = next.get(0).unit();
            T found = byUnit.get(here.id());
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
