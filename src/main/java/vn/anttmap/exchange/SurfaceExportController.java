package vn.anttmap.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.density.surface.Surface;
import vn.anttmap.density.surface.SurfaceQuery;
import vn.anttmap.density.surface.SurfaceQuestions;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.problem.BrokenAnswerFilter;

@RestController
class SurfaceExportController {

    private static final MediaType TIFF = MediaType.parseMediaType("image/tiff;application=geotiff");

    private final SurfaceQuestions questions;
    private final SurfaceExport export;
    private final CurrentAccount currentAccount;

    SurfaceExportController(SurfaceQuestions questions, SurfaceExport export, CurrentAccount currentAccount) {
        this.questions = questions;
        this.export = export;
        this.currentAccount = currentAccount;
    }

    /** The grid of a surface as GeoTIFF: 32-bit numbers, incidents per km² and year, in the province's VN-2000 zone. */
    @GetMapping("/api/density/surface.tif")
    void geoTiff(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @ModelAttribute @ParameterObject SurfaceQuery query,
            HttpServletResponse response)
            throws IOException {
        AccountView account = currentAccount.get();
        byte[] file = export.geoTiff(account, questions.surface(account, from, to, query));
        try (Download download = new Download(response, "density-surface.tif", TIFF)) {
            download.write(file);
        }
    }

    /**
     * The classes of a surface as polygons.
     *
     * @param format shp.zip, gpkg, geojson, kml or csv
     * @param crs such as {@code EPSG:9210}; GeoJSON and KML have WGS 84 only; the surface's own zone without it where the
     *     format can hold it
     */
    @GetMapping("/api/exports/density/surface.{format}")
    void contours(
            @PathVariable String format,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @ModelAttribute @ParameterObject SurfaceQuery query,
            @RequestParam(required = false) @Nullable String crs,
            HttpServletRequest httpRequest,
            HttpServletResponse response)
            throws IOException {
        FileFormat ending = FileFormat.ofEnding(format, "surface." + format);
        AccountView account = currentAccount.get();
        CoordinateSystem wanted = crs == null ? null : CoordinateSystems.get(crs);
        Surface surface = questions.surface(account, from, to, query);
        CoordinateSystem system =
                wanted != null ? wanted : ending.anySystem() ? surface.grid().system() : CoordinateSystems.WGS84;
        Download download = new Download(response, "density-surface." + ending.ending(), ending.mediaType());
        try {
            export.contours(account, surface, ending, system, download);
        } catch (IOException | RuntimeException e) {
            if (!download.started()) {
                throw e;
            }
            BrokenAnswerFilter.broken(httpRequest, e);
        }
    }
}
