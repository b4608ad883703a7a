package vn.anttmap.web;

import vn.anttmap.testing.ServiceProcess;

/** The same marking on PostgreSQL with PostGIS. */
class MarkingPostgisIT extends MarkingContract {

    @Override
    ServiceProcess service() {
        return DemoService.onPostgis();
    }
}
