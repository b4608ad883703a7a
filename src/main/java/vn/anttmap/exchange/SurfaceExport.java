package vn.anttmap.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.density.surface.MetricGrid;
import vn.anttmap.density.surface.Surface;
import vn.anttmap.density.surface.SurfaceContours;
import vn.anttmap.density.surface.SurfaceSentence;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Ground;

/** A density surface as files: its classes as polygons in the usual formats, its grid as GeoTIFF. */
@Service
class SurfaceExport {

    private static final String NAME = "density-surface";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private static final List<ExportField> FIELDS = List.of(
            ExportField.integer("BAC", "Bậc mật độ, 1 là thấp nhất"),
            ExportField.decimal("TU", 16, 6, "Mật độ lớn hơn").withUnit("vụ/km²·năm"),
            ExportField.decimal("DEN", 16, 6, "Mật độ đến hết; trống: không giới hạn")
                    .withUnit("vụ/km²·năm"),
            ExportField.decimal("DT_KM2", 14, 4, "Diện tích phần đất của bậc").withUnit("km²"));

    private final SurfaceSentence sentences;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SurfaceExport(SurfaceSentence sentences, ApplicationEventPublisher events, Clock clock) {
        this.sentences = sentences;
        this.events = events;
        this.clock = clock;
    }

    /** @throws UserProblem if the account may not export, or the format has another system only */
    void contours(AccountView account, Surface surface, FileFormat format, CoordinateSystem system, OutputStream target)
            throws IOException {
        account.require(Right.EXPORT_DATA);
        if (!format.anySystem() && !system.equals(CoordinateSystems.WGS84)) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "format-one-system", format.ending(), system.code())
                    .at("crs", system.code());
        }
        List<SurfaceContours.Contour> contours = SurfaceContours.of(surface);
        ExportLayer layer = layer(surface, contours, system);
        AnnouncedOutput announced = new AnnouncedOutput(target);
        announced.before(
                () -> events.publishEvent(exported(account, surface, format.ending(), system, contours.size())));
        switch (format) {
            case SHAPEFILE -> write(ShapefileZipWriter.open(layer, announced, clock), contours);
            case GEOJSON -> write(new GeoJsonFeatures(layer, announced), contours);
            case KML -> write(new KmlFeatures(layer, announced), contours);
            case CSV -> write(new CsvFeatures(layer, null, announced), contours);
            case GEOPACKAGE -> {
                try (GeoPackageFile file = GeoPackageFile.create(clock)) {
                    write(file.layer(layer), contours);
                    file.finish(announced);
                }
            }
        }
    }

    private static void write(FeatureWriter opened, List<SurfaceContours.Contour> contours) throws IOException {
        try (FeatureWriter writer = opened) {
            for (SurfaceContours.Contour contour : contours) {
                writer.write(contour.geometry(), contour.number(), contour.from(), contour.to(), contour.areaSqKm());
            }
            writer.finish();
        }
    }

    /** The grid as it was worked out, in the province's VN-2000 zone; no data where nothing is known. */
    byte[] geoTiff(AccountView account, Surface surface) {
        account.require(Right.EXPORT_DATA);
        MetricGrid grid = surface.grid();
        float[] values = new float[grid.cells()];
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                int from = row * grid.columns() + column;
                values[(grid.rows() - 1 - row) * grid.columns() + column] =
                        surface.inside()[from] ? (float) surface.values()[from] : GeoTiffFile.NO_DATA;
            }
        }
        events.publishEvent(exported(account, surface, "tif", grid.system(), values.length));
        return GeoTiffFile.write(
                values,
                grid.columns(),
                grid.westM(),
                grid.northM(),
                grid.cellSizeM(),
                grid.system().srid(),
                description(surface));
    }

    /** TIFF has ASCII only. */
    private String description(Surface surface) {
        IncidentCounts.Question question = surface.question();
        String text = question.from() + " to " + question.to() + ", boundaries of " + question.boundaryDay() + ". "
                + sentences.of(surface, Locale.ENGLISH);
        return text.replace("²", "2").replace("’", "\'").replaceAll("[^\\x20-\\x7e]", "?");
    }

    private ExportLayer layer(Surface surface, List<SurfaceContours.Contour> contours, CoordinateSystem system) {
        List<Theme.ColourClass> classes = contours.stream()
                .map(contour -> Theme.ColourClass.of(
                        String.valueOf(contour.number()),
                        contour.colour(),
                        contour.number() - 0.5,
                        contour.number() + 0.5))
                .toList();
        return new ExportLayer(
                NAME,
                "Bề mặt mật độ vụ việc",
                GeometryKind.POLYGON,
                FIELDS,
                system,
                notes(surface),
                "BAC",
                List.of(new Theme("Mật độ vụ việc (vụ/km²·năm)", "BAC", classes)));
    }

    private List<String> notes(Surface surface) {
        IncidentCounts.Question question = surface.question();
        List<String> notes = new ArrayList<>();
        notes.add("Kỳ số liệu: từ " + DAY.format(question.from()) + " đến hết " + DAY.format(question.to())
                + " (giờ Việt Nam).");
        notes.add("Ranh giới theo ngày " + DAY.format(question.boundaryDay()) + ".");
        notes.add(sentences.of(surface, VIETNAMESE));
        Ground within = question.within();
        if (within != null) {
            notes.add("Chỉ gồm phần thuộc: " + within.unit().fullName() + ".");
        }
        if (question.category() != null) {
            notes.add("Chỉ tính vụ việc loại " + question.category() + ".");
        }
        if (surface.restrictedExcluded()) {
            notes.add("Không gồm các loại vụ việc hạn chế xem.");
        }
        return notes;
    }

    private static DataExported exported(
            AccountView account, Surface surface, String ending, CoordinateSystem system, long rows) {
        IncidentCounts.Question question = surface.question();
        Ground within = question.within();
        return new DataExported(
                account,
                NAME,
                ending,
                system.code(),
                question.from(),
                question.to(),
                question.boundaryDay(),
                null,
                within == null ? null : within.unit().id(),
                question.category(),
                rows);
    }
}
