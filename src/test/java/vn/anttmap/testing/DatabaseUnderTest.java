package vn.anttmap.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * Which database a Spring test runs on. A contract is written once and run on both:
 *
 * <pre>{@code
 * @SpringBootTest
 * abstract class IncidentRepositoryContract { … }
 *
 * @OnH2gis
 * class IncidentRepositoryTests extends IncidentRepositoryContract {}
 *
 * @OnPostgis
 * class IncidentRepositoryPostgisIT extends IncidentRepositoryContract {}
 * }</pre>
 *
 * <p>Each Spring context gets a database of its own, and classes that ask for the same database, properties and web
 * environment share both. So a test brings rows of its own or removes what it wrote. The demo data stay out unless the
 * class says {@code properties = "anttmap.demo=true"}: what a test class sets goes before what is set here.
 */
enum DatabaseUnderTest implements ContextCustomizer {
    H2GIS {
        @Override
        TestDatabase create() {
            return TestDatabase.newH2gis();
        }
    },
    POSTGIS {
        @Override
        TestDatabase create() {
            return TestDatabase.newPostgis();
        }
    };

    /** A new, empty database with what the service needs to begin its migrations. */
    abstract TestDatabase create();

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
        Map<String, Object> properties = new HashMap<>(create().properties());
        properties.put("anttmap.demo", "false");
        properties.put("anttmap.backup.at", "");
        properties.put(
                "anttmap.backup.directory", TestFolders.create("backups-").toString());
        MapPropertySource source = new MapPropertySource("database under test", properties);

        MutablePropertySources sources = context.getEnvironment().getPropertySources();
        String setByTheClass = TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;
        if (sources.contains(setByTheClass)) {
            sources.addAfter(setByTheClass, source);
        } else {
            sources.addFirst(source);
        }
    }

    /** Reads the annotation of the test class. The constant it returns is part of the key of the context cache. */
    static final class Factory implements ContextCustomizerFactory {

        @Override
        public @Nullable ContextCustomizer createContextCustomizer(
                Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
            boolean onH2gis = AnnotatedElementUtils.hasAnnotation(testClass, OnH2gis.class);
            boolean onPostgis = AnnotatedElementUtils.hasAnnotation(testClass, OnPostgis.class);
            if (onH2gis && onPostgis) {
                throw new IllegalStateException(
                        testClass.getName() + " asks for two databases; write a subclass for each.");
            }
            return onH2gis ? H2GIS : onPostgis ? POSTGIS : null;
        }
    }
}
