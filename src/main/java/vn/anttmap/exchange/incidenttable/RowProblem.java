package vn.anttmap.exchange.incidenttable;

import org.jspecify.annotations.Nullable;
import vn.anttmap.problem.UserProblem;

/**
 * Why a row cannot be stored.
 *
 * @param column the column at fault; null where the row as a whole is
 */
record RowProblem(@Nullable TableColumn column, UserProblem problem) {}
