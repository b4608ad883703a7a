package vn.anttmap.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Markdown file with its headings and links; what stands in code is not looked at.
 *
 * @param text without code blocks and code spans
 * @param headings in order, without their marks
 */
record MarkdownFile(Path path, String text, List<String> headings) {

    private static final Pattern FENCED = Pattern.compile("(?ms)^ *(```|~~~).*?^ *\\1 *$");
    private static final Pattern HEADING = Pattern.compile("(?m)^(#{1,6}) +(.+?) *#*$");
    private static final Pattern CODE_SPAN = Pattern.compile("`[^`\n]*`");
    private static final Pattern LINK = Pattern.compile("\\]\\(\\s*<?([^)>\\s]+)>?(?:\\s+\"[^\"]*\")?\\s*\\)");
    private static final Pattern REFERENCE = Pattern.compile("(?m)^ *\\[[^]]+]: *(\\S+)");
    private static final Pattern MARKED = Pattern.compile("(?:id|name)=\"([^\"]+)\"");

    static MarkdownFile read(Path path) {
        try {
            String text = FENCED.matcher(Files.readString(path)).replaceAll("");
            List<String> headings = new ArrayList<>();
            Matcher heading = HEADING.matcher(text);
            while (heading.find()) {
                headings.add(heading.group(2));
            }
            return new MarkdownFile(path, CODE_SPAN.matcher(text).replaceAll("``"), headings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Targets of links and images as they are written. */
    List<String> links() {
        List<String> links = new ArrayList<>();
        for (Pattern pattern : List.of(LINK, REFERENCE)) {
            Matcher link = pattern.matcher(text);
            while (link.find()) {
                links.add(link.group(1));
            }
        }
        return links;
    }

    /** Names that a link can point to: headings in the form that code forges give them, and marked elements. */
    Set<String> anchors() {
        Set<String> anchors = new HashSet<>();
        for (String heading : headings) {
            String anchor = anchor(heading);
            for (int i = 1; !anchors.add(anchor); i++) {
                anchor = anchor(heading) + "-" + i;
            }
        }
        Matcher marked = MARKED.matcher(text);
        while (marked.find()) {
            anchors.add(marked.group(1));
        }
        return anchors;
    }

    /** Lower case, spaces to hyphens, no punctuation: "2. Who may, and why?" is {@code 2-who-may-and-why}. */
    static String anchor(String heading) {
        return heading.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
