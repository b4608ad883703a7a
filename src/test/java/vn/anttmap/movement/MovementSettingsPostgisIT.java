package vn.anttmap.movement;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class MovementSettingsPostgisIT extends MovementSettingsContract {}
