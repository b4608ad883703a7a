package vn.anttmap.demo;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class DemoWishPostgisIT extends DemoWishContract {

    @Override
    boolean embedded() {
        return false;
    }
}
