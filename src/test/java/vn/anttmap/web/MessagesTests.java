package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.anttmap.access.Right;
import vn.anttmap.access.Role;
import vn.anttmap.incident.HandlingLevel;
import vn.anttmap.incident.IncidentState;
import vn.anttmap.incident.PlaceAccuracy;
import vn.anttmap.safety.SafetyStatus;

/** The texts of the service: complete in both languages, none missing, none left over. */
class MessagesTests {

    private static final Path CODE = Path.of("src/main/java");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /** Where code names the key of a problem: the first literal after one of these. */
    private static final Pattern PROBLEM_KEY = Pattern.compile("(?s)(?:UserProblem\\s*\\.of\\(\\s*Kind\\.\\w+,"
            + "|UserProblem\\.of\\(\\s*UserProblem\\.Kind\\.\\w+,|[^.\\w]invalid\\("
            + "|problems\\.write\\(\\s*request,\\s*response,\\s*\\d+,|problems\\.of\\(\\s*\\d+,)\\s*\"([a-z-]+)\"");

    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"");
    private static final Pattern LABEL = Pattern.compile("\"(label\\.[\\w.-]*\\w)\"");
    private static final Pattern TEMPLATE_KEY = Pattern.compile("#\\{([\\w.-]+)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+");

    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages-page"})
    void bothLanguagesHaveTheSameKeysAndValues(String bundle) {
        Properties vietnamese = load(bundle);
        Properties english = load(bundle + "_en");

        assertThat(english.stringPropertyNames()).isEqualTo(vietnamese.stringPropertyNames());
        for (String key : vietnamese.stringPropertyNames()) {
            assertThat(vietnamese.getProperty(key)).as(key).isNotBlank();
            assertThat(english.getProperty(key)).as(key).isNotBlank();
            assertThat(found(PLACEHOLDER, english.getProperty(key)))
                    .as("values in " + key)
                    .isEqualTo(found(PLACEHOLDER, vietnamese.getProperty(key)));
        }
    }

    @Test
    void everyProblemInTheCodeHasItsTextsAndNoTextIsLeftOver() {
        Properties texts = load("messages");
        Set<String> known = texts.stringPropertyNames().stream()
                .filter(key -> key.startsWith("error."))
                .map(key -> key.replaceFirst("^error\\.(.*)\\.(title|detail)$", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
        String code = code();

        assertThat(known).containsAll(found(PROBLEM_KEY, code)).hasSizeGreaterThan(40);
        for (String key : known) {
            assertThat(texts.stringPropertyNames()).contains("error." + key + ".title", "error." + key + ".detail");
        }
        assertThat(found(LITERAL, code)).containsAll(known);
    }

    @Test
    void everyLabelHasItsText() {
        Set<String> texts = load("messages").stringPropertyNames();

        assertThat(texts).containsAll(found(LABEL, code()));
        assertThat(texts)
                .containsAll(keys("label.status.", SafetyStatus.values()))
                .containsAll(keys("label.accuracy.", PlaceAccuracy.values()))
                .containsAll(keys("label.handling.", HandlingLevel.values()))
                .containsAll(keys("label.state.", IncidentState.values()))
                .contains("label.hint.met", "label.hint.not_met", "label.hint.insufficient_data");
        for (Role role : Role.values()) {
            assertThat(texts).contains("label.role." + role.name());
        }
        for (Right right : Right.values()) {
            assertThat(texts).contains("label.right." + right.name());
        }
    }

    @Test
    void everyTextOfAPageIsThere() {
        assertThat(load("messages-page").stringPropertyNames())
                .containsAll(found(TEMPLATE_KEY, text(TEMPLATES, ".html")));
    }

    private static List<String> keys(String prefix, Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> prefix + constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.groupCount() == 0 ? result.group() : result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String code() {
        return text(CODE, ".java");
    }

    private static String text(Path folder, String extension) {
        try (Stream<Path> files = Files.walk(folder)) {
            StringBuilder text = new StringBuilder();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(extension)).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Properties load(String bundle) {
        Properties properties = new Properties();
        try (InputStream in = MessagesTests.class.getResourceAsStream("/" + bundle + ".properties")) {
            properties.load(new InputStreamReader(java.util.Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return properties;
    }
}
