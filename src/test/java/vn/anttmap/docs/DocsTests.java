package vn.anttmap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stale file names are the commonest fault of good documentation. */
class DocsTests {

    @TempDir
    Path folder;

    @Test
    void everyRelativeLinkPointsToAFileAndAHeadingThatExist() {
        List<String> broken = documents()
                .map(MarkdownFile::read)
                .flatMap(document -> brokenLinks(document).stream())
                .toList();

        assertThat(broken).isEmpty();
    }

    @Test
    void noticesAMissingFileAndAMissingHeading() throws IOException {
        Files.writeString(folder.resolve("other.md"), "# One\n\n## Two words, here\n");
        Path page = Files.writeString(folder.resolve("page.md"), """
                # Page
                [good](other.md), [good](other.md#two-words-here), [good](#page), [elsewhere](https://example.org/x.md)
                `[in code](nowhere.md)`
                ```
                [in a block](nowhere.md)
                ```
                [bad](missing.md), ![bad](images/missing.png), [bad](other.md#three), [bad](#four)
                """);

        assertThat(brokenLinks(MarkdownFile.read(page)))
                .containsExactly(
                        page + ": missing.md",
                        page + ": images/missing.png",
                        page + ": other.md#three",
                        page + ": #four");
    }

    private static Stream<Path> documents() {
        List<Path> documents = new ArrayList<>(List.of(Path.of("README.md")));
        for (String root : List.of("docs", "gis-data")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return documents.stream();
    }

    private static List<String> brokenLinks(MarkdownFile document) {
        return document.links().stream()
                .filter(link -> !link.matches("[a-z]+:.*"))
                .filter(link -> broken(document, link))
                .map(link -> document.path() + ": " + link)
                .toList();
    }

    private static boolean broken(MarkdownFile document, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty()
                ? document.path()
                : Optional.ofNullable(document.path().getParent())
                        .orElse(Path.of(""))
                        .resolve(URLDecoder.decode(parts[0], StandardCharsets.UTF_8))
                        .normalize();
        if (!Files.exists(target)) {
            return true;
        }
        return parts.length == 2
                && target.toString().endsWith(".md")
                && !MarkdownFile.read(target).anchors().contains(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
}
