package vn.anttmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The user guide speaks of the page as it is. */
class UserGuideTests {

    private static final Path GUIDE = Path.of("docs/user-guide.md");
    private static final Path IMAGES = Path.of("docs/images");
    private static final long LARGEST_IMAGE_BYTES = 200_000;
    private static final int MOST_IMAGES = 12;

    /** Bold, but no text of the page. */
    private static final List<String> OTHER_BOLD = List.of("in đậm", "EPSG:6960");

    @Test
    void quotesOnlyTextsThatThePageShows() throws IOException {
        List<Pattern> texts = textsOfThePage();

        List<String> unknown = found("\\*\\*(.+?)\\*\\*", Files.readString(GUIDE))
                .filter(bold -> !OTHER_BOLD.contains(bold))
                .filter(bold ->
                        texts.stream().noneMatch(text -> text.matcher(bold).matches()))
                .toList();

        assertThat(unknown).isEmpty();
    }

    @Test
    void showsSmallImagesThatExistAndNoOthersLieAround() throws IOException {
        String guide = Files.readString(GUIDE);
        List<String> named = found("\\]\\(images/([^)]+)\\)", guide).toList();
        List<String> elsewhere = found("\\(docs/images/([^)]+)\\)", Files.readString(Path.of("README.md")))
                .toList();

        try (Stream<Path> files = Files.list(IMAGES)) {
            assertThat(files.map(file -> file.getFileName().toString()).toList())
                    .containsAll(named)
                    .allMatch(file -> named.contains(file) || elsewhere.contains(file));
        }
        assertThat(named).hasSizeLessThanOrEqualTo(MOST_IMAGES);
        for (String name : named) {
            assertThat(Files.size(IMAGES.resolve(name))).as(name).isLessThan(LARGEST_IMAGE_BYTES);
        }
    }

    /** Every text in Vietnamese; a place for a value, such as {@code {year}} or {@code {0}}, stands for anything. */
    private static List<Pattern> textsOfThePage() throws IOException {
        Path resources = Path.of("src/main/resources");
        String script = Files.readString(resources.resolve("static/js/i18n/vi.js"));
        String server = Files.readString(resources.resolve("messages-page.properties"))
                + Files.readString(resources.resolve("messages.properties"))
                + "language=Tiếng Việt\nlanguage=English\n";
        return Stream.concat(found("'[^']+':\\s+'([^']*)'", script), found("(?m)^[^#=]+=(.*)$", server))
                .map(text -> Stream.of(text.split("\\{\\w+}", -1))
                        .map(Pattern::quote)
                        .reduce((before, after) -> before + ".+" + after)
                        .orElseThrow())
                .map(Pattern::compile)
                .toList();
    }

    private static Stream<String> found(String regex, String text) {
        return Pattern.compile(regex).matcher(text).results().map(match -> match.group(1));
    }
}
