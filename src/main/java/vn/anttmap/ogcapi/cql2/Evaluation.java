package vn.anttmap.ogcapi.cql2;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.locationtech.jts.operation.relateng.TopologyPredicate;

/** Answers a resolved condition from the values of one feature, in SQL's logic: null is unknown. */
final class Evaluation {

    private final Function<String, @Nullable Object> properties;

    Evaluation(Function<String, @Nullable Object> properties) {
        this.properties = properties;
    }

    /** @return null where it is unknown */
    @Nullable Boolean test(Condition condition) {
        if (condition instanceof Condition.Always always) {
            return always.value();
        } else if (condition instanceof Condition.And and) {
            return all(and.parts(), true);
        } else if (condition instanceof Condition.Or or) {
            return all(or.parts(), false);
        } else if (condition instanceof Condition.Not not) {
            return not(test(not.part()));
        } else if (condition instanceof Condition.Comparison comparison) {
            return compare(comparison.left(), comparison.comparator(), comparison.right());
        } else if (condition instanceof Condition.Between between) {
            return both(
                    compare(between.value(), Comparator.GREATER_OR_EQUAL, between.lower()),
                    compare(between.value(), Comparator.LESS_OR_EQUAL, between.upper()));
        } else if (condition instanceof Condition.In in) {
            return all(
                    in.choices().stream()
                            .map(choice -> (Condition) new Condition.Comparison(Comparator.EQUAL, in.value(), choice))
                            .toList(),
                    false);
        } else if (condition instanceof Condition.Like like) {
            Object text = value(like.text());
            Object pattern = value(like.pattern());
            return text == null || pattern == null ? null : LikePattern.matches((String) pattern, (String) text);
        } else if (condition instanceof Condition.IsNull isNull) {
            return value(isNull.value()) == null;
        } else if (condition instanceof Condition.Spatial spatial) {
            return relate(spatial);
        }
        return relate((Condition.Temporal) condition);
    }

    /** Joined by "and" where {@code and}, else by "or". */
    private @Nullable Boolean all(List<Condition> parts, boolean and) {
        Boolean result = and;
        for (Condition part : parts) {
            Boolean one = test(part);
            if (one != null && one != and) {
                return one;
            }
            if (one == null) {
                result = null;
            }
        }
        return result;
    }

    private static @Nullable Boolean both(@Nullable Boolean one, @Nullable Boolean other) {
        if (Boolean.FALSE.equals(one) || Boolean.FALSE.equals(other)) {
            return false;
        }
        return one == null || other == null ? null : Boolean.TRUE;
    }

    private static @Nullable Boolean not(@Nullable Boolean value) {
        return value == null ? null : !value;
    }

    private @Nullable Boolean compare(Term left, Comparator comparator, Term right) {
        Object one = value(left);
        Object other = value(right);
        return one == null || other == null ? null : comparator.holds(order(one, other));
    }

    private static int order(Object one, Object other) {
        if (one instanceof Long whole && other instanceof Long otherWhole) {
            return whole.compareTo(otherWhole);
        } else if (one instanceof Number number && other instanceof Number otherNumber) {
            return Double.compare(number.doubleValue() + 0.0, otherNumber.doubleValue() + 0.0);
        } else if (one instanceof String text) {
            return text.compareTo((String) other);
        } else if (one instanceof Boolean truth) {
            return truth.compareTo((Boolean) other);
        } else if (one instanceof LocalDate day) {
            return day.compareTo((LocalDate) other);
        }
        return ((Instant) one).compareTo((Instant) other);
    }

    private @Nullable Object value(Term term) {
        if (term instanceof Term.Property property) {
            return plain(properties.apply(property.name()));
        } else if (term instanceof Term.Text text) {
            return text.value();
        } else if (term instanceof Term.Whole whole) {
            return whole.value();
        } else if (term instanceof Term.Decimal decimal) {
            return decimal.value();
        } else if (term instanceof Term.Truth truth) {
            return truth.value();
        } else if (term instanceof Term.Day day) {
            return day.value();
        } else if (term instanceof Term.Moment moment) {
            return moment.value();
        } else if (term instanceof Term.AnyCase folded) {
            return folded(folded.text(), LetterFolding.CASE);
        } else if (term instanceof Term.AnyAccent folded) {
            return folded(folded.text(), LetterFolding.ACCENT);
        } else if (term instanceof Term.Shape shape) {
            return shape.geometry();
        }
        throw new IllegalArgumentException("not resolved: " + term);
    }

    private @Nullable String folded(Term text, LetterFolding folding) {
        Object value = value(text);
        return value == null ? null : folding.apply((String) value);
    }

    /** Values as features hold them, as the literals are. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        } else if (value instanceof Float || value instanceof BigDecimal) {
            return ((Number) value).doubleValue();
        } else if (value instanceof OffsetDateTime moment) {
            return moment.toInstant();
        } else if (value instanceof Enum<?> choice) {
            return choice.name();
        }
        return value;
    }

    private @Nullable Boolean relate(Condition.Spatial spatial) {
        Object one = value(spatial.left());
        Object other = value(spatial.right());
        return one == null || other == null
                ? null
                : RelateNG.relate((Geometry) one, (Geometry) other, predicate(spatial.relation()));
    }

    private static TopologyPredicate predicate(SpatialRelation relation) {
        return switch (relation) {
            case INTERSECTS -> RelatePredicate.intersects();
            case EQUALS -> RelatePredicate.equalsTopo();
            case DISJOINT -> RelatePredicate.disjoint();
            case TOUCHES -> RelatePredicate.touches();
            case WITHIN -> RelatePredicate.within();
            case OVERLAPS -> RelatePredicate.overlaps();
            case CROSSES -> RelatePredicate.crosses();
            case CONTAINS -> RelatePredicate.contains();
        };
    }

    private @Nullable Boolean relate(Condition.Temporal temporal) {
        boolean disjoint = temporal.relation() == TemporalRelation.DISJOINT;
        Term.Interval left = (Term.Interval) temporal.left();
        Term.Interval right = (Term.Interval) temporal.right();
        Boolean result = Boolean.TRUE;
        for (TemporalRelation.Ends ends : (disjoint ? TemporalRelation.INTERSECTS : temporal.relation()).ends()) {
            result = both(
                    result,
                    compare(
                            ends.startOfA() ? left.start() : left.end(),
                            ends.comparator(),
                            ends.startOfB() ? right.start() : right.end()));
        }
        return disjoint ? not(result) : result;
    }
}
