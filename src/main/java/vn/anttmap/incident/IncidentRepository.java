package vn.anttmap.incident;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.locationtech.jts.geom.Geometry;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface IncidentRepository extends JpaRepository<Incident, UUID> {

    /** Nobody else changes the row until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from Incident i where i.id = :id")
    Optional<Incident> findLocked(UUID id);

    /** Incidents whose place lies in the box, withdrawn ones too. */
    @Query("select i from Incident i where st_intersects(i.position, :box)")
    List<Incident> listIn(Geometry box);

    /** Areas that incidents were put into by hand. */
    @Query("select distinct i.assignedAreaId from Incident i where i.assignedAreaId is not null")
    List<Long> assignedAreas();

    /** Incidents that somebody put into one of the areas by hand. */
    @Query("select i from Incident i where i.assignedAreaId in :unitIds")
    List<Incident> listAssignedTo(Collection<Long> unitIds);
}
