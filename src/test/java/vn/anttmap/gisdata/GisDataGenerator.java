package vn.anttmap.gisdata;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import vn.anttmap.gisdata.RoadSegments.RoadSegment;

/** Writes the datasets of {@code gis-data} from {@code gis-data/sources}; equal inputs give equal bytes. */
final class GisDataGenerator {

    private static final List<String> COVERAGE_HEADER = List.of("unitKey", "from", "to", "source", "synthetic");

    private GisDataGenerator() {}

    public static void main(String[] args) {
        Path gisData = Path.of(args.length == 0 ? "gis-data" : args[0]);
        generate(gisData.resolve("sources"), gisData);
    }

    /**
     * @param sources folder of the raw inputs
     * @param target gets the folders viet-nam, tra-linh and quan-lao; files there are overwritten
     */
    static void generate(Path sources, Path target) {
        Places places = new Places(new SourceFiles(sources));
        new DatasetWriter(target.resolve("viet-nam")).units(places.provinces());
        traLinh(places.traLinh(), new DatasetWriter(target.resolve("tra-linh")));
        quanLao(places.yenDinh(), new DatasetWriter(target.resolve("quan-lao")));
    }

    private static void traLinh(Place place, DatasetWriter writer) {
        List<RoadSegment> roads = RoadSegments.traLinh();
        writer.units(place.units());
        writer.features("road-segments.geojson", features(roads));
        writer.features("security-teams.geojson", SecurityTeams.traLinh(place));
        writer.features("incidents.geojson", Incidents.traLinh(place, lines(roads)));
        writer.table("assessments.csv", Assessments.HEADER, Assessments.of(place, 46));
        List<List<String>> coverage = new ArrayList<>();
        for (SourceUnit commune : place.communes2019()) {
            coverage.add(List.of(
                    "commune-" + commune.code() + "-2019", "2016-11-01", "2019-08-15", "Sổ theo dõi minh hoạ", "true"));
        }
        writer.table("register-coverage.csv", COVERAGE_HEADER, coverage);
    }

    private static void quanLao(Place place, DatasetWriter writer) {
        List<RoadSegment> roads = RoadSegments.quanLao();
        writer.units(place.units());
        writer.features("road-segments.geojson", features(roads));
        writer.features("security-teams.geojson", SecurityTeams.quanLao(place));
        writer.features("incidents.geojson", Incidents.quanLao(place, lines(roads)));
        writer.table("assessments.csv", Assessments.HEADER, Assessments.of(place, 394));
        writer.table(
                "register-coverage.csv",
                COVERAGE_HEADER,
                List.of(List.of(
                        "commune-15394-2019",
                        "2018-01-01",
                        "2019-08-15",
                        "Báo cáo tại hội nghị thị trấn Quán Lào ngày 15/8/2019 (45 vụ từ đầu năm 2018)",
                        "false")));
    }

    private static Map<Map<String, @Nullable Object>, Geometry> features(List<RoadSegment> roads) {
        Map<Map<String, @Nullable Object>, Geometry> features = new LinkedHashMap<>();
        roads.forEach(road -> features.put(road.properties(), road.line()));
        return features;
    }

    private static List<LineString> lines(List<RoadSegment> roads) {
        return roads.stream().map(RoadSegment::line).toList();
    }
}
