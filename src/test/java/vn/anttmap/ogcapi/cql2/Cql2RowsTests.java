package vn.anttmap.ogcapi.cql2;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class Cql2RowsTests extends Cql2RowsContract {

    @Override
    SqlDialect dialect() {
        return SqlDialect.H2GIS;
    }
}
