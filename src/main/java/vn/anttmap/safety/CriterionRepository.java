package vn.anttmap.safety;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface CriterionRepository extends JpaRepository<Criterion, Long> {

    List<Criterion> findBySetCodeOrderBySubjectAscPositionAscCodeAsc(String setCode);

    Optional<Criterion> findBySetCodeAndSubjectAndCode(String setCode, CriterionSubject subject, String code);
}
