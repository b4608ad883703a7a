package vn.anttmap.access;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From the line a browser sends of itself to what a person recognises: "Chrome, Android". */
final class ClientName {

    /** What stands in the line, and its name; the first that fits, because most browsers also name their forebears. */
    private static final List<String[]> BROWSERS = List.of(
            new String[] {"coc_coc", "Cốc Cốc"},
            new String[] {"Zalo", "Zalo"},
            new String[] {"Edg", "Edge"},
            new String[] {"OPR/", "Opera"},
            new String[] {"SamsungBrowser", "Samsung Internet"},
            new String[] {"Firefox", "Firefox"},
            new String[] {"FxiOS", "Firefox"},
            new String[] {"CriOS", "Chrome"},
            new String[] {"Chrome", "Chrome"},
            new String[] {"Safari", "Safari"});

    private static final List<String[]> SYSTEMS = List.of(
            new String[] {"Android", "Android"},
            new String[] {"iPhone", "iPhone"},
            new String[] {"iPad", "iPad"},
            new String[] {"Windows", "Windows"},
            new String[] {"Mac OS X", "macOS"},
            new String[] {"Linux", "Linux"});

    private ClientName() {}

    /** @return empty where neither is known */
    static String of(@Nullable String userAgent) {
        String line = userAgent == null ? "" : userAgent;
        return Stream.of(BROWSERS, SYSTEMS)
                .flatMap(names -> names.stream()
                        .filter(name -> line.contains(name[0]))
                        .map(name -> name[1])
                        .limit(1))
                .collect(Collectors.joining(", "));
    }
}
