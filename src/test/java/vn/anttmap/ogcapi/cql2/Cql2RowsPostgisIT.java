package vn.anttmap.ogcapi.cql2;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class Cql2RowsPostgisIT extends Cql2RowsContract {

    @Override
    SqlDialect dialect() {
        return SqlDialect.POSTGIS;
    }
}
