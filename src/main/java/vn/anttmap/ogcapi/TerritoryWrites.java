package vn.anttmap.ogcapi;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.anttmap.access.AccountView;
import vn.anttmap.exchange.territoryimport.TerritoryDrafts;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.VietnamTime;

/** Features of the territory: looked at as a file of them would be, and kept until somebody decides. */
@Component
class TerritoryWrites {

    private static final String FILE_NAME = "ogc-api.geojson";

    private final TerritoryDrafts drafts;
    private final Answers answers;
    private final ReferenceSystems systems;
    private final JsonMapper json;
    private final Clock clock;

    TerritoryWrites(TerritoryDrafts drafts, Answers answers, ReferenceSystems systems, JsonMapper json, Clock clock) {
        this.drafts = drafts;
        this.answers = answers;
        this.systems = systems;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Answers 202 with what the features would change, and how to decide.
     *
     * @param document a feature, or a collection of them
     * @throws UserProblem as for a file
     */
    void propose(
            AccountView account,
            CollectionId collection,
            JsonNode document,
            OgcCrs crs,
            @Nullable Long unit,
            @Nullable LocalDate validFrom,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        if (crs.system() == null) {
            throw UserProblem.of(
                            Kind.INVALID,
                            "choice-unknown",
                            FeatureAnswers.CONTENT_CRS,
                            systems.list().stream()
                                    .filter(each -> each.system() != null)
                                    .map(OgcCrs::uri)
                                    .collect(Collectors.joining(", ")))
                    .at(FeatureAnswers.CONTENT_CRS, crs.uri());
        }
        LocalDate day = validFrom == null ? VietnamTime.today(clock) : validFrom;
        byte[] file = json.writeValueAsBytes(collection(document));
        TerritoryDrafts.Draft draft = drafts.propose(
                account,
                collection.key(),
                new TerritoryDrafts.File(FILE_NAME, file, crs.system(), crs.northFirst()),
                unit,
                day,
                locale);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("title", answers.text("ogc.draft.title", locale));
        answer.put(
                "description",
                answers.text(
                        "ogc.draft.text",
                        locale,
                        draft.changes(),
                        draft.keptUntil().toString()));
        answer.put("importId", draft.importId());
        answer.put("validFrom", day);
        answer.put("changes", draft.changes());
        answer.put("keptUntil", draft.keptUntil());
        String commit =
                "/api/imports/" + collection.key() + "/" + draft.importId() + "/commit?changes=" + draft.changes();
        answer.put("commit", Map.of("method", "POST", "href", commit));
        answer.put("look", draft.look());
        response.setStatus(HttpStatus.ACCEPTED.value());
        answers.json(response, MediaTypes.JSON, answer);
    }

    private static Map<String, Object> collection(JsonNode document) {
        String type = document.path("type").asString("");
        if (type.equals("Feature")) {
            return Map.of("type", "FeatureCollection", "features", List.of(document));
        }
        if (type.equals("FeatureCollection") && document.path("features").isArray()) {
            return Map.of("type", "FeatureCollection", "features", document.path("features"));
        }
        throw UserProblem.of(Kind.INVALID, "ogc-feature-wanted").at("type", type);
    }
}
