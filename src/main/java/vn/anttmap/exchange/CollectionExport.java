package vn.anttmap.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** Exports collections as files, inside the account's territory and rights. */
@Service
class CollectionExport {

    /** Every layer once: villages and blocks are residential areas, grids are the incidents counted anew. */
    private static final List<ExportCollection> ALL = Arrays.stream(ExportCollection.values())
            .filter(collection ->
                    collection != ExportCollection.VILLAGES && collection != ExportCollection.RESIDENTIAL_BLOCKS)
            .filter(collection -> collection.grid() == null)
            .toList();

    private final CollectionLayers layers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CollectionExport(CollectionLayers layers, ApplicationEventPublisher events, Clock clock) {
        this.layers = layers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * One collection. A shapefile and a GeoPackage leave when every row was read, but for the bytes that all of them begin
     * with, which tell after some seconds whether anybody still reads; the others leave as rows are read: a failure then
     * leaves a text that breaks off.
     *
     * @param place how a table says where a row is; null for what suits the layer
     * @throws UserProblem if the account may not export, or the format cannot hold what was asked for
     */
    void write(
            AccountView account,
            ExportRequest request,
            FileFormat format,
            CsvFeatures.@Nullable Place place,
            OutputStream target)
            throws IOException {
        account.require(Right.EXPORT_DATA);
        if (!format.anySystem() && !request.system().equals(CoordinateSystems.WGS84)) {
            throw UserProblem.of(
                            Kind.UNPROCESSABLE,
                            "format-one-system",
                            format.ending(),
                            request.system().code())
                    .at("crs", request.system().code());
        }
        String collection = request.collection().id();
        switch (format) {
            case SHAPEFILE -> shapefile(account, request, target);
            case GEOPACKAGE -> geoPackage(account, List.of(request), collection, target);
            case GEOJSON -> stream(account, request, format, layer -> new GeoJsonFeatures(layer, target));
            case KML -> stream(account, request, format, layer -> new KmlFeatures(layer, target));
            case CSV -> stream(account, request, format, layer -> new CsvFeatures(layer, place, target));
        }
    }

    /** Every collection that the account may have, as the layers of one GeoPackage; the request's own does not matter. */
    void writeAll(AccountView account, ExportRequest request, OutputStream target) throws IOException {
        account.require(Right.EXPORT_DATA);
        geoPackage(account, ALL.stream().map(request::of).toList(), "all", target);
    }

    /** Makes a writer that sends rows as they come. */
    @FunctionalInterface
    private interface Streaming {
        FeatureWriter open(ExportLayer layer);
    }

    /**
     * The audit trail is told before the first row: rows are read in a transaction that writes nothing, and what cannot be
     * recorded must not leave.
     */
    private void stream(AccountView account, ExportRequest request, FileFormat format, Streaming writer)
            throws IOException {
        layers.write(account, request, design -> {
            events.publishEvent(exported(account, request, request.collection().id(), format, design.mostRows()));
            return writer.open(layer(request, design));
        });
    }

    private void shapefile(AccountView account, ExportRequest request, OutputStream target) throws IOException {
        EarlyBytes early = new EarlyBytes(
                target, ShapefileZipWriter.beginning(request.collection().id(), clock));
        AnnouncedOutput announced = new AnnouncedOutput(early);
        try {
            layers.write(account, request, design -> {
                ShapefileZipWriter writer = ShapefileZipWriter.open(layer(request, design), announced, clock);
                announced.before(() -> events.publishEvent(
                        exported(account, request, request.collection().id(), FileFormat.SHAPEFILE, writer.rows())));
                return new PipelinedFeatures(writer, early::beat);
            });
        } catch (ShapefileTooLargeException tooLarge) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "export-too-large");
        }
    }

    private void geoPackage(AccountView account, List<ExportRequest> requests, String name, OutputStream target)
            throws IOException {
        long[] rows = {0};
        EarlyBytes early = new EarlyBytes(target, GeoPackageFile.beginning());
        try (GeoPackageFile file = GeoPackageFile.create(clock)) {
            for (ExportRequest request : requests) {
                FeatureWriter[] opened = {null};
                layers.write(account, request, design -> {
                    opened[0] = file.layer(layer(request, design));
                    return new PipelinedFeatures(opened[0], early::beat);
                });
                rows[0] += opened[0].rows();
            }
            AnnouncedOutput announced = new AnnouncedOutput(early);
            announced.before(() ->
                    events.publishEvent(exported(account, requests.get(0), name, FileFormat.GEOPACKAGE, rows[0])));
            file.finish(announced);
        }
    }

    private static ExportLayer layer(ExportRequest request, LayerDesign design) {
        return new ExportLayer(
                request.collection().id(),
                request.collection().title(),
                design.kind(),
                design.fields(),
                request.system(),
                ExportNotes.of(request, design.restrictedExcluded()),
                design.labelField(),
                design.themes());
    }

    private static DataExported exported(
            AccountView account, ExportRequest request, String collection, FileFormat format, long rows) {
        return new DataExported(
                account,
                collection,
                format.ending(),
                request.system().code(),
                request.from(),
                request.to(),
                request.boundaryDay(),
                request.extent() == null
                        ? null
                        : Arrays.stream(request.extent().toArray())
                                .mapToObj(String::valueOf)
                                .collect(Collectors.joining(",")),
                request.within() == null ? null : request.within().unit().id(),
                request.category(),
                rows);
    }
}
