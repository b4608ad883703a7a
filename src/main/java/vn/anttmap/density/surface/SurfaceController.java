package vn.anttmap.density.surface;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.Locale;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.geo.GeoJsonGeometry;

/** The surface for the map; files are in {@code exchange}. */
@RestController
class SurfaceController {

    private static final MediaType GEO_JSON = MediaType.valueOf("application/geo+json");

    private final SurfaceQuestions questions;
    private final SurfaceViews views;
    private final CurrentAccount currentAccount;
    private final JsonMapper json;

    SurfaceController(SurfaceQuestions questions, SurfaceViews views, CurrentAccount currentAccount, JsonMapper json) {
        this.questions = questions;
        this.views = views;
        this.currentAccount = currentAccount;
        this.json = json;
    }

    /** What the surface of a period is made of: method, settings, sample, classes, and where its picture belongs. */
    @GetMapping("/api/density/surface")
    SurfaceView surface(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @ModelAttribute @ParameterObject SurfaceQuery query,
            Locale locale) {
        return views.of(questions.surface(currentAccount.get(), from, to, query), locale);
    }

    /** The surface as a picture for the map: Web Mercator, over the box that {@code bounds} of the description names. */
    @GetMapping(path = "/api/density/surface.png", produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<byte[]> picture(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @ModelAttribute @ParameterObject SurfaceQuery query) {
        Surface surface = questions.surface(currentAccount.get(), from, to, query);
        return answer(MediaType.IMAGE_PNG, new SurfacePicture(surface).png());
    }

    /** The classes of the surface as polygons: GeoJSON with number, from, to, colour and areaSqKm of each. */
    @GetMapping("/api/density/surface.geojson")
    ResponseEntity<byte[]> contours(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @ModelAttribute @ParameterObject SurfaceQuery query) {
        Surface surface = questions.surface(currentAccount.get(), from, to, query);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (JsonGenerator out = json.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringProperty("type", "FeatureCollection");
            out.writeArrayPropertyStart("features");
            for (SurfaceContours.Contour contour : SurfaceContours.of(surface)) {
                write(out, contour);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        return answer(GEO_JSON, bytes.toByteArray());
    }

    private static void write(JsonGenerator out, SurfaceContours.Contour contour) {
        out.writeStartObject();
        out.writeStringProperty("type", "Feature");
        out.writeNumberProperty("id", contour.number());
        out.writeName("geometry");
        out.writeRawValue(GeoJsonGeometry.write(contour.geometry(), 6));
        out.writeObjectPropertyStart("properties");
        out.writeNumberProperty("number", contour.number());
        out.writeNumberProperty("from", contour.from());
        out.writeName("to");
        out.writePOJO(contour.to());
        out.writeStringProperty("colour", contour.colour());
        out.writeNumberProperty("areaSqKm", contour.areaSqKm());
        out.writeEndObject();
        out.writeEndObject();
    }

    private static ResponseEntity<byte[]> answer(MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(content);
    }
}
