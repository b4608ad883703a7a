package vn.anttmap.safety;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class AssessmentRulesTests extends AssessmentRulesContract {}
