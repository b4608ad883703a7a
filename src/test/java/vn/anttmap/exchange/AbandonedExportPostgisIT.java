package vn.anttmap.exchange;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class AbandonedExportPostgisIT extends AbandonedExportContract {

    AbandonedExportPostgisIT() {
        super("generate_series(1, %d) numbers(x)");
    }
}
