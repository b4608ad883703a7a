package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Accounts;
import vn.anttmap.access.NewAccount;
import vn.anttmap.testing.DemoServiceContract;
import vn.anttmap.testing.TestPhoto;
import vn.anttmap.web.RightsMatrix.Row;

/**
 * Every operation of the service is asked by nobody and by each role, with and without the rights that can be given to
 * single accounts, about the own territory and about another's. What is written on the way stays in a database of its own.
 * {@code -Danttmap.docs=write} writes docs/rights-matrix.md.
 */
@DirtiesContext
@TestPropertySource(properties = {"spring.application.name=antt-map-rights", "anttmap.incident.photos=true"})
abstract class RightsMatrixContract extends DemoServiceContract {

    private static final Path PAGE = Path.of("docs/rights-matrix.md");

    /** Served by libraries: the error page's fallback, the documentation of the interface, health in more detail. */
    private static final Set<String> OF_LIBRARIES =
            Set.of("/error", "/v3/api-docs.yaml", "/v3/api-docs/swagger-config");

    @Autowired
    private List<RequestMappingHandlerMapping> mappings;

    @Autowired
    private Accounts accounts;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Map<Integer, Integer> byStatus = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int requests;

    @Test
    void everyOperationHasARow() {
        Set<String> operations = new TreeSet<>();
        JsonNode paths = json(as("admin").get("/v3/api-docs")).get("paths");
        for (String path : paths.propertyNames()) {
            paths.get(path).propertyNames().forEach(method -> operations.add(method.toUpperCase() + " " + path));
        }
        for (RequestMappingHandlerMapping mapping : mappings) {
            mapping.getHandlerMethods().keySet().forEach(info -> operations.addAll(operations(info)));
        }
        operations.removeIf(operation -> OF_LIBRARIES.contains(operation.substring(operation.indexOf(' ') + 1)));
        Set<String> rows = RightsMatrix.rows().stream().map(Row::operation).collect(Collectors.toSet());

        assertThat(operations).hasSizeGreaterThan(150);
        assertThat(operations)
                .as("each has a row in rights-matrix.txt")
                .allSatisfy(each -> assertThat(rows).contains(each));
    }

    private static Set<String> operations(RequestMappingInfo info) {
        Set<String> operations = new TreeSet<>();
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        for (String pattern : info.getPatternValues()) {
            String path = pattern.replaceAll(":[^}/]*}", "}").replaceFirst("(.)/$", "$1");
            (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                    .forEach(method -> operations.add(method + " " + path));
        }
        return operations;
    }

    @Test
    void everyCellIsAsTheTableOfRightsSays() throws IOException {
        RightsMatrixWorld own =
                RightsMatrixWorld.of(RightsMatrixWorld.TOWN, as("officer"), as("leader"), as("planner"), this::unitId);
        RightsMatrixWorld other = RightsMatrixWorld.of(
                RightsMatrixWorld.TRA_LINH, as("officer-tra-linh"), as("leader"), as("planner"), this::unitId);
        Map<String, @Nullable AccountView> columns = RightsMatrix.columns();
        columns.values().forEach(this::create);

        for (Row row : RightsMatrix.rows()) {
            for (@Nullable AccountView account : columns.values()) {
                ask(row, account, own, other, expected(row, account));
                if (row.other() != null && account != null && row.allows(account)) {
                    ask(row, account, other, other, row.other());
                }
            }
        }

        System.out.println("rights: " + RightsMatrix.rows().size() + " rows, " + requests
                + " requests, answers by status " + byStatus);
        assertThat(wrong).isEmpty();
        String page = RightsMatrix.page(requests);
        if ("write".equals(System.getProperty("anttmap.docs"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).as("-Danttmap.docs=write").isEqualTo(page);
    }

    private static int expected(Row row, @Nullable AccountView account) {
        if (account == null) {
            return row.anonymous();
        }
        return row.allows(account) ? row.own() : row.refused();
    }

    private void create(@Nullable AccountView account) {
        if (account != null) {
            accounts.create(new NewAccount(
                    account.username(),
                    account.username(),
                    account.displayName(),
                    account.role(),
                    account.extraRights(),
                    List.of(unitId(RightsMatrixWorld.TOWN.unit())),
                    false,
                    false,
                    false));
        }
    }

    private void ask(
            Row row, @Nullable AccountView account, RightsMatrixWorld world, RightsMatrixWorld foreign, int expected) {
        requests++;
        String who = account == null ? "anonymous" : account.username();
        String path = numbered(world.filled(row.path()));
        HttpResponse<InputStream> answer;
        String body;
        try {
            answer = http.send(request(row, account, path, world), BodyHandlers.ofInputStream());
            try (InputStream in = answer.body()) {
                // Events go on until the reader leaves.
                body = path.equals("/api/live") && answer.statusCode() == 200
                        ? ""
                        : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            wrong.add(who + " " + row.method() + " " + path + ": " + e + ", " + e.getCause());
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        byStatus.merge(answer.statusCode(), 1, Integer::sum);
        String type = answer.headers().firstValue("Content-Type").orElse("");
        boolean page = type.startsWith("text/html") || answer.statusCode() == RightsMatrix.ELSEWHERE;
        if (answer.statusCode() != expected) {
            wrong.add(who + (world == foreign ? " elsewhere " : " ") + row.method() + " " + path + ": "
                    + answer.statusCode() + " instead of " + expected + " " + shortened(body));
        } else if (expected >= 400 && !page && !type.startsWith("application/problem+json")) {
            wrong.add(who + " " + row.method() + " " + path + ": refused as " + type);
        } else if (row.aboutPlaces() && tells(body, foreign, path, row)) {
            wrong.add(who + " " + row.method() + " " + path + ": tells of the other territory " + shortened(body));
        }
    }

    /** Whether an answer names what is in the other territory, but for what the question itself said. */
    private static boolean tells(String body, RightsMatrixWorld foreign, String path, Row row) {
        String asked = path + foreign.filled(row.body() == null ? "" : row.body());
        return body.contains("Trà Lĩnh")
                || body.contains("Hùng Quốc")
                || foreign.names().entrySet().stream()
                        .filter(name -> name.getValue().length() == 36)
                        .anyMatch(name -> body.contains(name.getValue()) && !asked.contains(name.getValue()));
    }

    private HttpRequest request(Row row, @Nullable AccountView account, String path, RightsMatrixWorld world) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl() + path));
        if (account != null) {
            String name = account.username();
            request.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder().encodeToString((name + ":" + name).getBytes(StandardCharsets.UTF_8)));
        }
        if (row.body() == null) {
            return request.method(row.method(), BodyPublishers.noBody()).build();
        }
        if (row.body().startsWith("file:")) {
            return file(request, row.body().substring("file:".length()), world).build();
        }
        String body = numbered(world.filled(row.body())).replace("$account", account == null ? "" : account.username());
        return request.header("Content-Type", "application/json")
                .method(row.method(), BodyPublishers.ofString(body))
                .build();
    }

    /** Another number each time, for what can be done only once. */
    private String numbered(String text) {
        return text.replace("$number", String.valueOf(requests));
    }

    private static HttpRequest.Builder file(HttpRequest.Builder request, String name, RightsMatrixWorld world) {
        byte[] content =
                switch (name) {
                    case "photo.jpg" -> TestPhoto.encode(TestPhoto.picture(40, 30), "jpg");
                    case "giay.pdf" -> RightsMatrixWorld.PDF;
                    default -> world.areas().getBytes(StandardCharsets.UTF_8);
                };
        String head = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        return request.header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofString("\r\n--edge--\r\n")));
    }

    private static String shortened(String text) {
        return text.length() < 300 ? text : text.substring(0, 300) + "…";
    }
}
