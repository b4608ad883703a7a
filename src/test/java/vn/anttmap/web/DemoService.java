package vn.anttmap.web;

import org.jspecify.annotations.Nullable;
import vn.anttmap.testing.ServiceProcess;
import vn.anttmap.testing.TestDatabase;

/**
 * The service with the demonstration data, started once per database for all browser tests of this JVM.
 *
 * <p>The tests share it, so each takes back what it wrote ({@link MapTest} withdraws the officers' marks).
 */
final class DemoService {

    private static @Nullable ServiceProcess onH2gis;
    private static @Nullable ServiceProcess onPostgis;
    private static @Nullable ServiceProcess forWhatStays;

    private DemoService() {}

    static synchronized ServiceProcess onH2gis() {
        if (onH2gis == null) {
            onH2gis = start(TestDatabase.newH2gis());
        }
        return onH2gis;
    }

    static synchronized ServiceProcess onPostgis() {
        if (onPostgis == null) {
            onPostgis = start(TestDatabase.newPostgis());
        }
        return onPostgis;
    }

    /** A second one on H2GIS for tests of what nobody can take back, such as a category; see {@link LastingTest}. */
    static synchronized ServiceProcess forWhatStays() {
        if (forWhatStays == null) {
            forWhatStays = start(TestDatabase.newH2gis());
        }
        return forWhatStays;
    }

    private static ServiceProcess start(TestDatabase database) {
        return ServiceProcess.on(database).with("anttmap.demo", "true").start();
    }
}
