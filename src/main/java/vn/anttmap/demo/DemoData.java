package vn.anttmap.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.incident.HandlingLevel;
import vn.anttmap.incident.IncidentDraft;
import vn.anttmap.incident.IncidentState;
import vn.anttmap.incident.PlaceAccuracy;
import vn.anttmap.incident.RegisterCoverage;
import vn.anttmap.incident.SyntheticIncident;
import vn.anttmap.incident.SyntheticIncidents;
import vn.anttmap.movement.MovementRegisters;
import vn.anttmap.movement.NewSecurityTeam;
import vn.anttmap.movement.RecordedEntry;
import vn.anttmap.movement.Register;
import vn.anttmap.movement.SecurityTeams;
import vn.anttmap.safety.AssessmentSteps;
import vn.anttmap.safety.SafetyStatus;
import vn.anttmap.safety.SyntheticAssessment;
import vn.anttmap.territory.NewRoadSegment;
import vn.anttmap.territory.NewUnit;
import vn.anttmap.territory.TerritoryEditor;
import vn.anttmap.territory.Validity;

/** Brings gis-data into the modules. */
@Component
class DemoData {

    private final TerritoryEditor territory;
    private final SyntheticIncidents incidents;
    private final RegisterCoverage coverage;
    private final SecurityTeams teams;
    private final MovementRegisters registers;
    private final AssessmentSteps assessments;
    private final JsonMapper json;

    DemoData(
            TerritoryEditor territory,
            SyntheticIncidents incidents,
            RegisterCoverage coverage,
            SecurityTeams teams,
            MovementRegisters registers,
            AssessmentSteps assessments,
            JsonMapper json) {
        this.territory = territory;
        this.incidents = incidents;
        this.coverage = coverage;
        this.teams = teams;
        this.registers = registers;
        this.assessments = assessments;
        this.json = json;
    }

    /** Loads everything; to be called inside one transaction. Returns unit ids by key. */
    Map<String, Long> load() {
        List<Dataset> datasets = Dataset.FOLDERS.stream()
                .map(folder -> new Dataset(folder, json))
                .toList();
        List<NewUnit> units = new ArrayList<>();
        datasets.forEach(dataset -> units.addAll(dataset.units()));
        Map<String, Long> ids = territory.addUnits(units);
        for (Dataset dataset : datasets) {
            territory.addRoadSegments(dataset.features("road-segments.geojson").stream()
                    .map(DemoData::road)
                    .toList());
            teams.add(dataset.features("security-teams.geojson").stream()
                    .map(entry -> team(entry, ids))
                    .toList());
            dataset.rows("register-coverage.csv").forEach(row -> coverage.load(coverage(row, ids)));
            assessments.load(dataset.rows("assessments.csv").stream()
                    .map(row -> assessment(row, ids))
                    .toList());
            registers.load(dataset.movementEntries().stream()
                    .map(entry -> movement(entry, ids))
                    .toList());
            incidents.load(dataset.features("incidents.geojson").stream()
                    .map(DemoData::incident)
                    .toList());
        }
        return ids;
    }

    private static NewRoadSegment road(Dataset.Entry entry) {
        return new NewRoadSegment(
                entry.text("key"),
                entry.text("name"),
                entry.textOrNull("fromDescription"),
                entry.textOrNull("toDescription"),
                entry.textOrNull("owner"),
                day(entry.textOrNull("foundedOn")),
                validity(entry),
                entry.flag("synthetic"),
                entry.textOrNull("syntheticNote"),
                multiLineString(entry.geometry()));
    }

    private static NewSecurityTeam team(Dataset.Entry entry, Map<String, Long> ids) {
        return new NewSecurityTeam(
                entry.text("key"),
                entry.text("name"),
                entry.text("kind"),
                entry.intOrNull("memberCount"),
                ids.get(entry.text("areaKey")),
                validity(entry),
                entry.flag("synthetic"),
                entry.textOrNull("syntheticNote"),
                point(entry));
    }

    private static RecordedEntry movement(JsonNode entry, Map<String, Long> ids) {
        JsonNode lastDay = entry.required("lastDay");
        Map<String, Object> details = new LinkedHashMap<>();
        entry.required("details").properties().forEach(field -> details.put(field.getKey(), value(field.getValue())));
        return new RecordedEntry(
                UUID.fromString(entry.required("id").asString()),
                Register.ofKey(entry.required("register").asString()),
                entry.required("kind").asString(),
                ids.get(entry.required("unitKey").asString()),
                entry.required("title").asString(),
                LocalDate.parse(entry.required("firstDay").asString()),
                lastDay.isNull() ? null : LocalDate.parse(lastDay.asString()),
                details,
                entry.required("source").asString(),
                entry.required("synthetic").asBoolean());
    }

    /** Texts, and amounts as objects. */
    private static Object value(JsonNode node) {
        return node.isObject()
                ? Map.of(
                        "value",
                        node.required("value").asLong(),
                        "moreThan",
                        node.required("moreThan").asBoolean())
                : node.asString();
    }

    private static SyntheticIncident incident(Dataset.Entry entry) {
        Point place = point(entry);
        Double damage = entry.doubleOrNull("damageDong");
        return new SyntheticIncident(
                UUID.fromString(entry.text("id")),
                "gis-data",
                new IncidentDraft(
                        place.getX(),
                        place.getY(),
                        constant(PlaceAccuracy.class, entry.text("placeAccuracy")),
                        Instant.parse(entry.text("occurredAt")),
                        entry.textOrNull("occurredUntil") == null ? null : Instant.parse(entry.text("occurredUntil")),
                        Instant.parse(entry.text("reportedAt")),
                        entry.text("category"),
                        entry.textOrNull("severity"),
                        entry.flag("majorCase"),
                        entry.intOrNull("personsInvolved"),
                        entry.intOrNull("dead"),
                        entry.intOrNull("injured"),
                        damage == null ? null : damage.longValue(),
                        constant(HandlingLevel.class, entry.text("handlingLevel")),
                        constant(IncidentState.class, entry.text("state")),
                        null,
                        null),
                entry.textOrNull("syntheticNote"));
    }

    private static RegisterCoverage.Period coverage(Map<String, String> row, Map<String, Long> ids) {
        return new RegisterCoverage.Period(
                ids.get(row.get("unitKey")),
                LocalDate.parse(row.get("from")),
                LocalDate.parse(row.get("to")),
                row.get("source"),
                Boolean.parseBoolean(row.get("synthetic")));
    }

    private static SyntheticAssessment assessment(Map<String, String> row, Map<String, Long> ids) {
        return new SyntheticAssessment(
                ids.get(row.get("areaKey")),
                Integer.parseInt(row.get("year")),
                SafetyStatus.ofKey(row.get("status")),
                LocalDate.parse(row.get("recordedOn")),
                "gis-data",
                blankToNull(row.get("decisionNumber")),
                blankToNull(row.get("note")));
    }

    private static Validity validity(Dataset.Entry entry) {
        return new Validity(day(entry.textOrNull("validFrom")), day(entry.textOrNull("validTo")));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null || text.isBlank() ? null : LocalDate.parse(text);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String key) {
        return Enum.valueOf(type, key.toUpperCase(Locale.ROOT));
    }

    private static Point point(Dataset.Entry entry) {
        return (Point) java.util.Objects.requireNonNull(entry.geometry());
    }

    private static MultiLineString multiLineString(@Nullable Geometry geometry) {
        return geometry instanceof LineString line
                ? Wgs84.FACTORY.createMultiLineString(new LineString[] {line})
                : (MultiLineString) java.util.Objects.requireNonNull(geometry);
    }
}
