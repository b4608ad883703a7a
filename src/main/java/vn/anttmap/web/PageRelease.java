package vn.anttmap.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The files that the map page consists of, and a name for their present contents. */
@Component
class PageRelease {

    private static final String LEAFLET = "/webjars/leaflet/1.9.4/dist/";
    private static final String STATIC = "classpath*:static/";
    private static final String WEBJARS = "classpath*:META-INF/resources";

    private static final Set<String> OTHER_PAGES = Set.of(
            "/js/pages/login.js",
            "/js/pages/accounts.js",
            "/js/pages/audit.js",
            "/js/pages/boundarychanges.js",
            "/js/pages/categories.js",
            "/js/pages/criteria.js",
            "/js/pages/import.js",
            "/js/pages/movement.js",
            "/js/pages/movementkinds.js",
            "/js/pages/ogcitems.js",
            "/js/pages/organizations.js",
            "/js/pages/overview.js",
            "/js/pages/density.js",
            "/js/pages/safetycompare.js",
            "/js/pages/safetyshell.js",
            "/js/pages/safetyyear.js",
            "/js/pages/setup.js",
            "/js/pages/status.js");

    /** Views of a page that is none of the map. */
    private static final String OTHER_VIEWS = "/js/ui/density/";

    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
    private @Nullable Release fixed;

    /**
     * @param name changes with any of the files, the page's template and the worker included
     * @param files paths of all files but the page itself, sorted
     */
    record Release(String name, java.util.List<String> files) {

        /** The modules of the map page, for the page to ask for them all at once. */
        java.util.List<String> modules() {
            return files.stream()
                    .filter(path ->
                            path.endsWith(".js") && !OTHER_PAGES.contains(path) && !path.startsWith(OTHER_VIEWS))
                    .toList();
        }
    }

    /** Looked up once in a jar; each time while the files lie open, so that a developer's reload shows a change. */
    synchronized Release get() {
        if (fixed != null) {
            return fixed;
        }
        try {
            Map<String, Resource> found = find();
            Release release = new Release(nameOf(found), java.util.List.copyOf(found.keySet()));
            if (found.values().stream().noneMatch(Resource::isFile)) {
                fixed = release;
            }
            return release;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SortedMap<String, Resource> find() throws IOException {
        SortedMap<String, Resource> files = new TreeMap<>();
        for (String pattern : new String[] {"js/**/*.js", "css/*.css", "icons/*"}) {
            for (Resource file : resources.getResources(STATIC + pattern)) {
                String address = file.getURL().getPath();
                files.put(address.substring(address.lastIndexOf("/static/") + "/static".length()), file);
            }
        }
        for (String name : new String[] {"leaflet-src.esm.js", "leaflet.css"}) {
            files.put(LEAFLET + name, resources.getResources(WEBJARS + LEAFLET + name)[0]);
        }
        files.remove("/css/docs.css");
        return files;
    }

    private String nameOf(Map<String, Resource> files) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, Resource> file : files.entrySet()) {
                digest.update(file.getKey().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                digest.update(file.getValue().getContentAsByteArray());
            }
            for (String other : new String[] {
                "templates/layout.html",
                "templates/map/map.html",
                "field/service-worker.js",
                "messages-page.properties",
                "messages-page_en.properties"
            }) {
                digest.update(resources.getResource("classpath:" + other).getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
