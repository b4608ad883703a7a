package vn.anttmap.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.problem.UserProblem;

/** Exports one collection as a zipped shapefile, inside the account's territory and rights. */
@Service
class ShapefileExport {

    private final UnitExport units;
    private final FeatureExports features;
    private final IncidentExport incidents;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ShapefileExport(
            UnitExport units,
            FeatureExports features,
            IncidentExport incidents,
            ApplicationEventPublisher events,
            Clock clock) {
        this.units = units;
        this.features = features;
        this.incidents = incidents;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param target gets the ZIP only when every row was read; nothing before that
     * @throws UserProblem if the account may not export, or the file would be too large for its format
     */
    void write(AccountView account, ExportRequest request, OutputStream target) throws IOException {
        account.require(Right.EXPORT_DATA);
        try {
            writeLayer(account, request, target);
        } catch (ShapefileTooLargeException tooLarge) {
            throw UserProblem.of(UserProblem.Kind.UNPROCESSABLE, "export-too-large");
        }
    }

    private void writeLayer(AccountView account, ExportRequest request, OutputStream target) throws IOException {
        AnnouncedOutput announced = new AnnouncedOutput(target);
        ShapefileOpener opener = (type, fields, restrictedExcluded) -> {
            ShapefileZipWriter writer = ShapefileZipWriter.open(
                    new ShapefileLayer(
                            request.collection().id(),
                            request.collection().title(),
                            type,
                            fields,
                            request.system(),
                            ExportNotes.of(request, restrictedExcluded)),
                    announced,
                    clock);
            announced.before(() -> events.publishEvent(exported(account, request, writer.rows())));
            return writer;
        };
        switch (request.collection()) {
            case ROAD_SEGMENTS -> features.writeRoads(account, request, opener);
            case SECURITY_TEAMS -> features.writeTeams(account, request, opener);
            case INCIDENTS -> incidents.write(account, request, opener);
            default -> units.write(account, request, opener);
        }
    }

    private static DataExported exported(AccountView account, ExportRequest request, long rows) {
        return new DataExported(
                account,
                request.collection().id(),
                "shp.zip",
                request.system().code(),
                request.from(),
                request.to(),
                request.boundaryDay(),
                request.extent() == null
                        ? null
                        : Arrays.stream(request.extent().toArray())
                                .mapToObj(String::valueOf)
                                .collect(Collectors.joining(",")),
                rows);
    }
}
