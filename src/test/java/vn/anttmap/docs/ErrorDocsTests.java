package vn.anttmap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Every problem type is explained in docs/errors.md, and both languages have a text for it. */
class ErrorDocsTests {

    private static final Path ERRORS = Path.of("docs/errors.md");

    @Test
    void explainsEveryProblemTypeAndNoOther() throws IOException {
        List<String> explained = MarkdownFile.read(ERRORS).headings().stream()
                .filter(heading -> heading.matches("[a-z]+(-[a-z]+)*"))
                .toList();

        assertThat(explained)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(keys(texts("messages_en.properties")));
    }

    @Test
    void everyProblemTypeIsAnAnchor() throws IOException {
        assertThat(MarkdownFile.read(ERRORS).anchors()).containsAll(keys(texts("messages_en.properties")));
    }

    @Test
    void bothLanguagesHaveTheSameTexts() throws IOException {
        assertThat(texts("messages.properties").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        texts("messages_en.properties").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_en.properties"})
    void hasATitleAndADetailWithoutStraightApostrophes(String file) throws IOException {
        Properties texts = texts(file);
        for (String key : keys(texts)) {
            assertThat(texts).containsKeys("error." + key + ".title", "error." + key + ".detail");
            // A straight apostrophe makes java.text.MessageFormat print the values behind it as {1}.
            assertThat(texts.getProperty("error." + key + ".title") + texts.getProperty("error." + key + ".detail"))
                    .as(key)
                    .doesNotContain("'");
        }
    }

    private static Properties texts(String file) throws IOException {
        return PropertiesLoaderUtils.loadProperties(new EncodedResource(new ClassPathResource(file), "UTF-8"));
    }

    private static Set<String> keys(Properties texts) {
        return texts.stringPropertyNames().stream()
                .filter(name -> name.startsWith("error."))
                .map(name -> name.replaceAll("^error\\.|\\.(title|detail)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
