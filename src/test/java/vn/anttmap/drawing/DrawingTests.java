package vn.anttmap.drawing;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class DrawingTests extends DrawingContract {}
