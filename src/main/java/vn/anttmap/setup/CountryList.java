package vn.anttmap.setup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.territory.NewUnit;
import vn.anttmap.territory.UnitFile;
import vn.anttmap.territory.UnitKind;

/** The 34 provinces and 3,321 communes of 1 July 2025, as they travel in the jar; sources in gis-data/viet-nam/README.md. */
@Component
class CountryList {

    private static final String FOLDER = "gis-data/viet-nam/";

    private final JsonMapper json;

    CountryList(JsonMapper json) {
        this.json = json;
    }

    /** @param areaSqKm as published */
    record Listed(String code, String fullName, String name, String provinceCode, double areaSqKm) {

        UnitKind kind() {
            if (fullName.startsWith("Phường ")) {
                return UnitKind.PHUONG;
            }
            return fullName.startsWith("Đặc khu ") ? UnitKind.DAC_KHU : UnitKind.XA;
        }
    }

    /** With their outlines. */
    List<NewUnit> provinces() {
        try (InputStream in = new ClassPathResource(FOLDER + "units.geojson").getInputStream()) {
            return UnitFile.read(in, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By code. */
    List<Listed> communes() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new ClassPathResource(FOLDER + "communes.csv").getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(CountryList::listed).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Listed> commune(String code) {
        return communes().stream().filter(each -> each.code().equals(code)).findFirst();
    }

    List<Listed> communesOf(String provinceCode) {
        return communes().stream()
                .filter(each -> each.provinceCode().equals(provinceCode))
                .toList();
    }

    boolean hasOutlines(String provinceCode) {
        return outlineFile(provinceCode).exists();
    }

    /** Boundaries by code of the communes of a province; none where the jar has none. */
    Map<String, MultiPolygon> outlines(String provinceCode) {
        if (!hasOutlines(provinceCode)) {
            return Map.of();
        }
        Map<String, MultiPolygon> outlines = new HashMap<>();
        try (InputStream in = outlineFile(provinceCode).getInputStream()) {
            for (JsonNode feature : json.readTree(in).required("features")) {
                MultiPolygon boundary = UnitFile.boundary(feature);
                if (boundary != null) {
                    outlines.put(feature.required("properties").required("code").asString(), boundary);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return outlines;
    }

    private static ClassPathResource outlineFile(String provinceCode) {
        return new ClassPathResource(FOLDER + "communes-" + provinceCode + ".geojson");
    }

    /** No value of this file holds a comma or a quote. */
    private static Listed listed(String line) {
        String[] values = line.split(",");
        return new Listed(values[0], values[1], values[2], values[3], Double.parseDouble(values[4]));
    }
}
