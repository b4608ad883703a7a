package vn.anttmap.audit;

import vn.anttmap.testing.OnPostgis;

@OnPostgis
class AuditTrailPostgisIT extends AuditTrailContract {}
