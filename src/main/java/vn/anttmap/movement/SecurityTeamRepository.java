package vn.anttmap.movement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface SecurityTeamRepository extends JpaRepository<SecurityTeam, Long> {

    @Query("""
            select t from SecurityTeam t
            where t.withdrawn = false
              and (t.validFrom is null or t.validFrom <= :day) and (t.validTo is null or t.validTo > :day)
            order by t.teamKey""")
    List<SecurityTeam> listOn(LocalDate day);

    /** Those that hold on any day of a period, both ends included. */
    @Query("""
            select t from SecurityTeam t
            where t.withdrawn = false
              and (t.validFrom is null or t.validFrom <= :last) and (t.validTo is null or t.validTo > :first)
            order by t.id""")
    List<SecurityTeam> listDuring(LocalDate first, LocalDate last);

    Optional<SecurityTeam> findByTeamKey(String teamKey);

    List<SecurityTeam> findByTeamKeyIn(Collection<String> teamKeys);

    /** Differs after any addition and any change. */
    @Query("select count(t) + coalesce(sum(t.version), 0) from SecurityTeam t")
    long revision();
}
