package vn.anttmap.movement;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class MovementRegistersTests extends MovementRegistersContract {}
