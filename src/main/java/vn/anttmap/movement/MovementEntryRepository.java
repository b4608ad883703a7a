package vn.anttmap.movement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface MovementEntryRepository extends JpaRepository<MovementEntry, UUID> {

    @Query("select distinct e.unitId from MovementEntry e where e.register = :register and e.withdrawn = false")
    List<Long> unitIds(String register);

    /** Entries of the units that touch the period, newest first; those after a day and id only, where these are given. */
    @Query("""
            select e from MovementEntry e
            where e.register = :register and e.withdrawn = false and e.unitId in :unitIds
              and e.firstDay <= :to
              and (e.lastDay >= :from or (e.lastDay is null and (:standing = true or e.firstDay >= :from)))
              and (e.firstDay < :afterDay or (e.firstDay = :afterDay and e.id > :afterId))
            order by e.firstDay desc, e.id""")
    List<MovementEntry> list(
            String register,
            Collection<Long> unitIds,
            LocalDate from,
            LocalDate to,
            boolean standing,
            LocalDate afterDay,
            UUID afterId,
            @Nullable Limit limit);
}
