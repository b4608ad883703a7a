package vn.anttmap.demo;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class DemoWishTests extends DemoWishContract {

    @Override
    boolean embedded() {
        return true;
    }
}
