package vn.anttmap.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Makes the absolute links of one answer, to the address that the caller used (proxies tell it in forwarded headers). */
final class Links {

    private final String root;
    private final String path;
    private final Map<String, String[]> parameters;
    private final MessageSource messages;
    private final Locale locale;

    Links(HttpServletRequest request, MessageSource messages, Locale locale) {
        String server =
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        this.root = server + "/ogc";
        String asked =
                ServletUriComponentsBuilder.fromRequestUri(request).build().toUriString();
        this.path = asked.endsWith("/") ? asked.substring(0, asked.length() - 1) : asked;
        this.parameters = request.getParameterMap();
        this.messages = messages;
        this.locale = locale;
    }

    /** The landing page. */
    String root() {
        return root;
    }

    /** Something below the landing page. @param below such as {@code /collections} */
    Link to(String below, String rel, String type, String titleKey, Object... values) {
        return new Link(root + below, rel, type, text(titleKey, values));
    }

    /** To another form of something below the landing page. */
    Link toForm(String below, String form, String rel, String type, String titleKey, Object... values) {
        return new Link(root + below + "?f=" + form, rel, type, text(titleKey, values));
    }

    /** To this document and to its other form. */
    List<Link> selfAndAlternate(boolean html, String jsonType) {
        List<Link> links = new ArrayList<>();
        links.add(new Link(here(Map.of()), "self", html ? MediaTypes.HTML : jsonType, text("ogc.link.self")));
        links.add(
                html
                        ? new Link(here(Map.of("f", "json")), "alternate", jsonType, text("ogc.link.json"))
                        : new Link(here(Map.of("f", "html")), "alternate", MediaTypes.HTML, text("ogc.link.html")));
        return links;
    }

    /** To the page that begins at a cursor. */
    Link next(String cursor, boolean html) {
        return new Link(
                here(Map.of("cursor", cursor)),
                "next",
                html ? MediaTypes.HTML : MediaTypes.GEO_JSON,
                text("ogc.link.next"));
    }

    /** This address with some parameters changed. */
    private String here(Map<String, String> changed) {
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        parameters.forEach((name, values) -> all.put(name, values[0]));
        all.putAll(changed);
        StringBuilder address = new StringBuilder(path);
        char before = '?';
        for (Map.Entry<String, @Nullable String> parameter : all.entrySet()) {
            address.append(before)
                    .append(encoded(parameter.getKey()))
                    .append('=')
                    .append(encoded(String.valueOf(parameter.getValue())));
            before = '&';
        }
        return address.toString();
    }

    private static String encoded(String text) {
        // Commas, colons and slashes may stand in a query, and addresses stay readable with them.
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2C", ",")
                .replace("%3A", ":")
                .replace("%2F", "/");
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
