package vn.anttmap.report;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class TitleFormTests extends TitleFormContract {}
