package vn.anttmap.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What makes the page an app on a phone: its name and icons, and the worker that opens it without a network. */
@RestController
class FieldAppController {

    static final String MANIFEST = "/manifest.webmanifest";
    static final String WORKER = "/service-worker.js";

    private final PageRelease release;
    private final MessageSource messages;

    FieldAppController(PageRelease release, MessageSource messages) {
        this.release = release;
        this.messages = messages;
    }

    @GetMapping(value = MANIFEST, produces = "application/manifest+json")
    ResponseEntity<Map<String, Object>> manifest(Locale locale) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.parseMediaType("application/manifest+json"))
                .body(Map.of(
                        "id", "/",
                        "name", messages.getMessage("page.title", null, locale),
                        "short_name", "ANTT Map",
                        "lang", locale.getLanguage(),
                        "start_url", "/",
                        "scope", "/",
                        "display", "standalone",
                        "background_color", "#eef2f5",
                        "theme_color", "#123a5c",
                        "icons",
                                List.of(
                                        icon("/icons/antt-map.svg", "any", "image/svg+xml", "any"),
                                        icon("/icons/antt-map-192.png", "192x192", "image/png", "any"),
                                        icon("/icons/antt-map-512.png", "512x512", "image/png", "any"),
                                        icon("/icons/antt-map-maskable.png", "512x512", "image/png", "maskable"))));
    }

    /** At the root, so that the whole page is its scope. Its text names the release: a new one replaces the old. */
    @GetMapping(value = WORKER, produces = "text/javascript;charset=UTF-8")
    ResponseEntity<String> worker() throws IOException {
        PageRelease.Release current = release.get();
        String head = "const RELEASE = '%s'\nconst FILES = %s\n"
                .formatted(current.name(), JsonMapper.shared().writeValueAsString(current.files()));
        String text = new ClassPathResource("field/service-worker.js").getContentAsString(StandardCharsets.UTF_8);
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(head + text);
    }

    private static Map<String, String> icon(String path, String sizes, String type, String purpose) {
        return Map.of("src", path, "sizes", sizes, "type", type, "purpose", purpose);
    }
}
