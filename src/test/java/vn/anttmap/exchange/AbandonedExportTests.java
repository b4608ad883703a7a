package vn.anttmap.exchange;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class AbandonedExportTests extends AbandonedExportContract {

    AbandonedExportTests() {
        super("system_range(1, %d) numbers(x)");
    }
}
