package vn.anttmap.ogcapi.cql2;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks a filter against queryables and makes of it what SQL and memory answer: no boxes and open ends any more, literals
 * folded, patterns without needless backslashes, geometries valid and in EPSG:4326, each instant an interval.
 */
final class Resolver {

    /** Before and after everything a literal can say: they stand for the open ends of intervals. */
    private static final LocalDate FIRST_DAY = LocalDate.of(0, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(10000, 1, 1);
    private static final Instant FIRST_MOMENT = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST_MOMENT = Instant.parse("+10000-01-01T00:00:00Z");

    private final Queryables queryables;
    private final Positions positions;
    private final ShapeResolver shapes;

    Resolver(Queryables queryables, FilterCrs crs, Positions positions) {
        this.queryables = queryables;
        this.positions = positions;
        this.shapes = new ShapeResolver(crs);
    }

    /** @throws vn.anttmap.problem.UserProblem for unknown properties, types that do not fit, geometries that are none */
    Condition resolve(Condition condition) {
        if (condition instanceof Condition.And and) {
            return new Condition.And(and.parts().stream().map(this::resolve).toList());
        } else if (condition instanceof Condition.Or or) {
            return new Condition.Or(or.parts().stream().map(this::resolve).toList());
        } else if (condition instanceof Condition.Not not) {
            return new Condition.Not(resolve(not.part()));
        } else if (condition instanceof Condition.Comparison comparison) {
            requireComparable(comparison.comparator().asksForOrder(), comparison.left(), List.of(comparison.right()));
            return new Condition.Comparison(
                    comparison.comparator(), folded(comparison.left()), folded(comparison.right()));
        } else if (condition instanceof Condition.Between between) {
            requireComparable(true, between.value(), List.of(between.lower(), between.upper()));
            return new Condition.Between(folded(between.value()), folded(between.lower()), folded(between.upper()));
        } else if (condition instanceof Condition.In in) {
            requireComparable(false, in.value(), in.choices());
            return new Condition.In(
                    folded(in.value()),
                    in.choices().stream().map(Resolver::folded).toList());
        } else if (condition instanceof Condition.Like like) {
            return resolveLike(like);
        } else if (condition instanceof Condition.IsNull isNull) {
            typeOf(isNull.value());
            return new Condition.IsNull(folded(isNull.value()));
        } else if (condition instanceof Condition.Spatial spatial) {
            return resolveSpatial(spatial);
        } else if (condition instanceof Condition.Temporal temporal) {
            return resolveTemporal(temporal);
        }
        return condition;
    }

    private void requireComparable(boolean ordered, Term value, List<Term> others) {
        ValueType type = typeOf(value);
        // Another comparison than by = has no meaning for true and false, and none at all is between geometries.
        if (type == ValueType.GEOMETRY || ordered && type == ValueType.BOOLEAN) {
            throw FilterProblems.badValue(positions.of(value), "not-ordered", "");
        }
        for (Term other : others) {
            ValueType otherType = typeOf(other);
            if (!type.comparesWith(otherType)) {
                throw FilterProblems.typesDiffer(positions.of(other), type, otherType);
            }
        }
    }

    private Condition resolveLike(Condition.Like like) {
        requireType(ValueType.TEXT, like.text());
        requireType(ValueType.TEXT, like.pattern());
        Term pattern = folded(like.pattern());
        if (!(pattern instanceof Term.Text text)) {
            throw FilterProblems.badValue(positions.of(like.pattern()), "pattern", "");
        }
        String normalised = LikePattern.normalised(text.value(), positions.of(like.pattern()));
        return new Condition.Like(folded(like.text()), new Term.Text(normalised));
    }

    private void requireType(ValueType wanted, Term term) {
        ValueType type = typeOf(term);
        if (type != wanted) {
            throw FilterProblems.typesDiffer(positions.of(term), wanted, type);
        }
    }

    private ValueType typeOf(Term term) {
        if (term instanceof Term.Property property) {
            return queryables
                    .find(property.name())
                    .orElseThrow(() ->
                            FilterProblems.unknownProperty(positions.of(property), property.name(), queryables.names()))
                    .type();
        } else if (term instanceof Term.AnyCase folded) {
            requireType(ValueType.TEXT, folded.text());
            return ValueType.TEXT;
        } else if (term instanceof Term.AnyAccent folded) {
            requireType(ValueType.TEXT, folded.text());
            return ValueType.TEXT;
        } else if (term instanceof Term.Text) {
            return ValueType.TEXT;
        } else if (term instanceof Term.Whole) {
            return ValueType.INTEGER;
        } else if (term instanceof Term.Decimal) {
            return ValueType.NUMBER;
        } else if (term instanceof Term.Truth) {
            return ValueType.BOOLEAN;
        } else if (term instanceof Term.Day) {
            return ValueType.DATE;
        } else if (term instanceof Term.Moment) {
            return ValueType.TIMESTAMP;
        }
        return ValueType.GEOMETRY;
    }

    private static Term folded(Term term) {
        if (term instanceof Term.AnyCase anyCase) {
            Term inner = folded(anyCase.text());
            return inner instanceof Term.Text text
                    ? new Term.Text(LetterFolding.CASE.apply(text.value()))
                    : new Term.AnyCase(inner);
        } else if (term instanceof Term.AnyAccent anyAccent) {
            Term inner = folded(anyAccent.text());
            return inner instanceof Term.Text text
                    ? new Term.Text(LetterFolding.ACCENT.apply(text.value()))
                    : new Term.AnyAccent(inner);
        }
        return term;
    }

    private Condition resolveSpatial(Condition.Spatial spatial) {
        Term left = resolveShape(spatial.left());
        Term right = resolveShape(spatial.right());
        return shapes.apart(spatial.relation(), left, right, positions.of(spatial));
    }

    private Term resolveShape(Term term) {
        if (term instanceof Term.Property) {
            requireType(ValueType.GEOMETRY, term);
            return term;
        }
        return shapes.resolve(term, positions.of(term));
    }

    private Condition resolveTemporal(Condition.Temporal temporal) {
        ValueType type = null;
        for (Term end : (Iterable<Term>) ends(temporal.left(), temporal.right())::iterator) {
            if (end instanceof Term.Open) {
                continue;
            }
            ValueType endType = typeOf(end);
            if (!endType.isTemporal()) {
                throw FilterProblems.typesDiffer(positions.of(end), type == null ? ValueType.TIMESTAMP : type, endType);
            }
            if (type != null && type != endType) {
                throw FilterProblems.typesDiffer(positions.of(end), type, endType);
            }
            type = endType;
        }
        return new Condition.Temporal(
                temporal.relation(), interval(temporal.left(), type), interval(temporal.right(), type));
    }

    private static Stream<Term> ends(Term... operands) {
        return Stream.of(operands)
                .flatMap(operand -> operand instanceof Term.Interval interval
                        ? Stream.of(interval.start(), interval.end())
                        : Stream.of(operand));
    }

    private Term.Interval interval(Term operand, @Nullable ValueType type) {
        if (!(operand instanceof Term.Interval interval)) {
            return new Term.Interval(operand, operand);
        }
        boolean moments = type == ValueType.TIMESTAMP;
        Term start = interval.start() instanceof Term.Open
                ? moments ? new Term.Moment(FIRST_MOMENT) : new Term.Day(FIRST_DAY)
                : interval.start();
        Term end = interval.end() instanceof Term.Open
                ? moments ? new Term.Moment(LAST_MOMENT) : new Term.Day(LAST_DAY)
                : interval.end();
        boolean backwards = start instanceof Term.Day first
                        && end instanceof Term.Day last
                        && first.value().isAfter(last.value())
                || start instanceof Term.Moment since
                        && end instanceof Term.Moment until
                        && since.value().isAfter(until.value());
        if (backwards) {
            throw FilterProblems.badValue(positions.of(operand), "interval", "");
        }
        return new Term.Interval(start, end);
    }
}
