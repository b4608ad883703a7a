package vn.anttmap.safety;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface SafetyAssessmentRepository extends JpaRepository<SafetyAssessment, Long> {

    List<SafetyAssessment> findByAssessmentYear(int assessmentYear);

    List<SafetyAssessment> findByAssessmentYearAndUnitIdIn(int assessmentYear, Collection<Long> unitIds);
}
