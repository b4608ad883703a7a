package vn.anttmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.anttmap.testing.DemoServiceContract;

/** Exported files as GDAL reads them, against the database and the interface they come from. */
abstract class ShapefileExportContract extends DemoServiceContract {

    static final String PERIOD = "from=2018-01-01&to=2019-08-15";

    static final Set<String> DATES = Set.of("HIEU_LUC", "HET_HL");

    @TempDir
    Path folder;

    ZippedShapefile export(String account, String collection, String parameters) {
        HttpResponse<byte[]> answer = as(account).getBytes("/api/exports/" + collection + ".shp.zip?" + parameters);
        assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains(collection + ".shp.zip");
        return ZippedShapefile.of(folder, collection, answer.body());
    }

    static Map<String, JsonNode> byKey(ZippedShapefile file) {
        Map<String, JsonNode> units = new java.util.LinkedHashMap<>();
        file.features().forEach(unit -> units.put(text(unit, "KHOA"), unit));
        return units;
    }

    static Set<String> names(ZippedShapefile file, String field) {
        return file.features().stream().map(unit -> text(unit, field)).collect(Collectors.toSet());
    }

    /** A field as text, dates as ISO; null where it is empty. */
    static @Nullable String text(JsonNode feature, String field) {
        JsonNode value = feature.get("properties").get(field);
        // GDAL leaves a blank date out where it writes null for other blanks.
        assertThat(value != null || DATES.contains(field)).as("field " + field).isTrue();
        return value == null || value.isNull()
                ? null
                : value.asString().replaceFirst("^(\\d{4})/(\\d\\d)/(\\d\\d)$", "$1-$2-$3");
    }

    static double number(JsonNode feature, String field) {
        return Double.parseDouble(String.valueOf(text(feature, field)));
    }

    static void assertNumber(JsonNode feature, String field, @Nullable Object expected) {
        if (expected == null) {
            assertThat(text(feature, field)).as(field).isNull();
        } else {
            assertThat(number(feature, field)).as(field).isEqualTo(((Number) expected).doubleValue());
        }
    }
}
