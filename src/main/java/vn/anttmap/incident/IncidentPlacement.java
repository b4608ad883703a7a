package vn.anttmap.incident;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That an incident lies in a unit state; for queries only, written by {@link IncidentPlacements}. */
@Entity
@Immutable
class IncidentPlacement {

    @EmbeddedId
    private Id id = new Id(new UUID(0, 0), 0);

    @Embeddable
    record Id(UUID incidentId, long unitId) implements Serializable {}

    protected IncidentPlacement() {}
}
