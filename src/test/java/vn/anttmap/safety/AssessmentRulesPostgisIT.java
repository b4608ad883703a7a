package vn.anttmap.safety;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class AssessmentRulesPostgisIT extends AssessmentRulesContract {}
