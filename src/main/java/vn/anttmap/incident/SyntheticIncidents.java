package vn.anttmap.incident;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.territory.VietnamTime;

/** Only for loading demonstration data: stores without an officer, keeping the records' own times. */
@Service
public class SyntheticIncidents {

    private final IncidentRepository incidents;
    private final IncidentPlacements placements;
    private final Territory territory;
    private final CountChanges countChanges;

    SyntheticIncidents(
            IncidentRepository incidents,
            IncidentPlacements placements,
            Territory territory,
            CountChanges countChanges) {
        this.incidents = incidents;
        this.placements = placements;
        this.territory = territory;
        this.countChanges = countChanges;
    }

    /**
     * Stores all of them in one transaction.
     *
     * @throws IllegalArgumentException if one lies in no commune of its day
     */
    @Transactional
    public void load(List<SyntheticIncident> synthetic) {
        List<Incident> loaded = new ArrayList<>();
        for (SyntheticIncident entry : synthetic) {
            CheckedDraft checked = entry.checked();
            long communeId = territory
                    .unitAt(UnitLevel.COMMUNE, checked.position(), VietnamTime.dayOf(checked.occurredAt()))
                    .orElseThrow(() -> new IllegalArgumentException("no commune for incident " + entry.id()))
                    .id();
            Incident incident = new Incident(entry.id(), entry.createdBy(), checked.reportedAt());
            incident.describe(checked, communeId, false, checked.reportedAt());
            incident.markSynthetic(entry.syntheticNote());
            loaded.add(incidents.save(incident));
        }
        incidents.flush();
        loaded.forEach(incident -> {
            placements.resolve(incident);
            countChanges.touch(incident.localDate());
        });
    }
}
