package vn.anttmap.exchange.registertable;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class TeamTableTests extends TeamTableContract {}
