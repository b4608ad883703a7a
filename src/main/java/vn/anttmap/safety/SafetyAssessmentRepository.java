package vn.anttmap.safety;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface SafetyAssessmentRepository extends JpaRepository<SafetyAssessment, Long> {

    List<SafetyAssessment> findByAssessmentYear(int assessmentYear);

    Optional<SafetyAssessment> findByUnitIdAndAssessmentYear(long unitId, int assessmentYear);
}
