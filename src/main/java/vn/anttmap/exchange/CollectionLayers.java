package vn.anttmap.exchange;

import java.io.IOException;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;

/** Reads the rows of any collection, under the account's rights, into whatever format. */
@Component
class CollectionLayers {

    private final UnitExport units;
    private final FeatureExports features;
    private final IncidentExport incidents;
    private final IncidentAreaExport incidentAreas;
    private final GridExport grids;

    CollectionLayers(
            UnitExport units,
            FeatureExports features,
            IncidentExport incidents,
            IncidentAreaExport incidentAreas,
            GridExport grids) {
        this.units = units;
        this.features = features;
        this.incidents = incidents;
        this.incidentAreas = incidentAreas;
        this.grids = grids;
    }

    void write(AccountView account, ExportRequest request, LayerOpener opener) throws IOException {
        switch (request.collection()) {
            case ROAD_SEGMENTS -> features.writeRoads(account, request, opener);
            case SECURITY_TEAMS -> features.writeTeams(account, request, opener);
            case INCIDENTS -> {
                if (account.has(Right.SEE_INCIDENT_POINTS)) {
                    incidents.write(account, request, opener);
                } else {
                    incidentAreas.write(account, request, opener);
                }
            }
            case HEXAGONS, SQUARES -> grids.write(account, request, opener);
            default -> units.write(account, request, opener);
        }
    }
}
