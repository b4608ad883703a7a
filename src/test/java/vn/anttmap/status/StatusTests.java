package vn.anttmap.status;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class StatusTests extends StatusContract {

    @Override
    String product() {
        return "H2 2.4";
    }
}
