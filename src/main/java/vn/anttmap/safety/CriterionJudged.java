package vn.anttmap.safety;

import vn.anttmap.access.AccountView;

/**
 * A criterion of an area's year was judged. Published inside the writing transaction.
 *
 * @param code of the criterion
 * @param verdict key of the verdict
 */
public record CriterionJudged(AccountView account, int year, long areaId, String code, String verdict) {}
