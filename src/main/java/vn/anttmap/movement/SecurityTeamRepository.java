package vn.anttmap.movement;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface SecurityTeamRepository extends JpaRepository<SecurityTeam, Long> {

    @Query("""
            select t from SecurityTeam t
            where (t.validFrom is null or t.validFrom <= :day) and (t.validTo is null or t.validTo > :day)
            order by t.teamKey""")
    List<SecurityTeam> listOn(LocalDate day);

    /** Differs after any addition and any change. */
    @Query("select count(t) + coalesce(sum(t.version), 0) from SecurityTeam t")
    long revision();
}
