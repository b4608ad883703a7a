package vn.anttmap.exchange;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class FormatRoundTripPostgisIT extends FormatRoundTripContract {}
