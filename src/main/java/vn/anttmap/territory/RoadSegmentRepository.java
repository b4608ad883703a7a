package vn.anttmap.territory;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface RoadSegmentRepository extends JpaRepository<RoadSegment, Long> {

    @Query("""
            select r from RoadSegment r
            where (r.validFrom is null or r.validFrom <= :day) and (r.validTo is null or r.validTo > :day)
            order by r.segmentKey""")
    List<RoadSegment> listOn(LocalDate day);
}
