package vn.anttmap.demo;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class DemoRemovalTests extends DemoRemovalContract {}
