package vn.anttmap.status;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class StatusPostgisIT extends StatusContract {

    @Override
    String product() {
        return "PostgreSQL 1";
    }
}
