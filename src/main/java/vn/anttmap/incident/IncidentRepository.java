package vn.anttmap.incident;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface IncidentRepository extends JpaRepository<Incident, UUID> {}
