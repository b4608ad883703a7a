package vn.anttmap.exchange.registertable;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class TeamTablePostgisIT extends TeamTableContract {}
