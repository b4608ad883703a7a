package vn.anttmap.ogcapi.cql2;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.WKBWriter;

/**
 * Writes a resolved condition as SQL that both databases read alike: every value is a parameter with its type said, since
 * PostgreSQL guesses types from what stands around and H2 from the value.
 */
final class SqlTranslation {

    private static final String TEXT = "varchar";
    private static final String NUMBER = "double precision";

    private final Queryables queryables;
    private final SqlDialect dialect;
    private final List<String> pieces = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final StringBuilder piece = new StringBuilder();

    private SqlTranslation(Queryables queryables, SqlDialect dialect) {
        this.queryables = queryables;
        this.dialect = dialect;
    }

    static SqlCondition translate(Condition resolved, Queryables queryables, SqlDialect dialect) {
        SqlTranslation translation = new SqlTranslation(queryables, dialect);
        translation.write("(");
        translation.condition(resolved);
        translation.write(")");
        translation.pieces.add(translation.piece.toString());
        return new SqlCondition(translation.pieces, translation.values);
    }

    private void write(String fixed) {
        piece.append(fixed);
    }

    private void value(Object value) {
        pieces.add(piece.toString());
        piece.setLength(0);
        values.add(value);
    }

    private void value(Object value, String type) {
        write("cast(");
        value(value);
        write(" as " + type + ")");
    }

    private void condition(Condition condition) {
        if (condition instanceof Condition.Always always) {
            write(always.value() ? "1 = 1" : "1 = 0");
        } else if (condition instanceof Condition.And and) {
            joined(" and ", and.parts());
        } else if (condition instanceof Condition.Or or) {
            joined(" or ", or.parts());
        } else if (condition instanceof Condition.Not not) {
            write("not (");
            condition(not.part());
            write(")");
        } else if (condition instanceof Condition.Comparison comparison) {
            comparison(comparison.left(), comparison.comparator(), comparison.right());
        } else if (condition instanceof Condition.Between between) {
            write("(");
            comparison(between.value(), Comparator.GREATER_OR_EQUAL, between.lower());
            write(" and ");
            comparison(between.value(), Comparator.LESS_OR_EQUAL, between.upper());
            write(")");
        } else if (condition instanceof Condition.In in) {
            in(in);
        } else if (condition instanceof Condition.Like like) {
            term(like.text(), false);
            write(" like ");
            term(like.pattern(), false);
            write(" escape '\\'");
        } else if (condition instanceof Condition.IsNull isNull) {
            term(isNull.value(), false);
            write(" is null");
        } else if (condition instanceof Condition.Spatial spatial) {
            spatial(spatial);
        } else if (condition instanceof Condition.Temporal temporal) {
            temporal(temporal);
        }
    }

    private void joined(String word, List<Condition> parts) {
        write("(");
        for (int i = 0; i < parts.size(); i++) {
            write(i == 0 ? "" : word);
            condition(parts.get(i));
        }
        write(")");
    }

    private void comparison(Term left, Comparator comparator, Term right) {
        boolean asNumbers = asNumbers(left, List.of(right));
        term(left, asNumbers);
        if (comparator.asksForOrder() && typeOf(left) == ValueType.TEXT) {
            write(dialect.collation());
        }
        write(" " + comparator.sign() + " ");
        term(right, asNumbers);
    }

    private void in(Condition.In in) {
        boolean asNumbers = asNumbers(in.value(), in.choices());
        term(in.value(), asNumbers);
        write(" in (");
        for (int i = 0; i < in.choices().size(); i++) {
            write(i == 0 ? "" : ", ");
            term(in.choices().get(i), asNumbers);
        }
        write(")");
    }

    /** Whether one is no integer: then all are compared as doubles, else the databases choose different types. */
    private boolean asNumbers(Term value, List<Term> others) {
        return typeOf(value) == ValueType.NUMBER
                || others.stream().anyMatch(other -> typeOf(other) == ValueType.NUMBER);
    }

    private ValueType typeOf(Term term) {
        if (term instanceof Term.Property property) {
            return queryable(property).type();
        } else if (term instanceof Term.Whole) {
            return ValueType.INTEGER;
        } else if (term instanceof Term.Decimal) {
            return ValueType.NUMBER;
        } else if (term instanceof Term.Text || term instanceof Term.AnyCase || term instanceof Term.AnyAccent) {
            return ValueType.TEXT;
        }
        // Of the others nothing depends on it.
        return ValueType.BOOLEAN;
    }

    private Queryable queryable(Term.Property property) {
        return queryables.find(property.name()).orElseThrow();
    }

    private void term(Term term, boolean asNumber) {
        if (term instanceof Term.Property property) {
            String column = queryable(property).column();
            write(asNumber ? "cast(" + column + " as " + NUMBER + ")" : column);
        } else if (term instanceof Term.Text text) {
            value(text.value(), TEXT);
        } else if (term instanceof Term.Whole whole) {
            if (asNumber) {
                value((double) whole.value(), NUMBER);
            } else {
                value(whole.value(), "bigint");
            }
        } else if (term instanceof Term.Decimal decimal) {
            value(decimal.value(), NUMBER);
        } else if (term instanceof Term.Truth truth) {
            value(truth.value(), "boolean");
        } else if (term instanceof Term.Day day) {
            value(day.value(), "date");
        } else if (term instanceof Term.Moment moment) {
            value(moment.value().atOffset(ZoneOffset.UTC), "timestamp with time zone");
        } else if (term instanceof Term.AnyCase folded) {
            folded(folded.text(), LetterFolding.CASE);
        } else if (term instanceof Term.AnyAccent folded) {
            folded(folded.text(), LetterFolding.ACCENT);
        } else if (term instanceof Term.Shape shape) {
            write("st_geomfromwkb(");
            value(new WKBWriter().write(shape.geometry()));
            write(", 4326)");
        } else {
            throw new IllegalArgumentException("not resolved: " + term);
        }
    }

    private void folded(Term text, LetterFolding folding) {
        write("translate(");
        term(text, false);
        write(", ");
        value(folding.from(), TEXT);
        write(", ");
        value(folding.to(), TEXT);
        write(")");
    }

    private void spatial(Condition.Spatial spatial) {
        if (spatial.relation() == SpatialRelation.DISJOINT) {
            // Asked the other way round, so that boxes and indexes pass over what is far away.
            write("not (");
            spatial(new Condition.Spatial(SpatialRelation.INTERSECTS, spatial.left(), spatial.right()));
            write(")");
            return;
        }
        write("(");
        boxes(spatial.left(), spatial.right());
        boxes(spatial.right(), spatial.left());
        if (dialect.missingGeometryIsFalse()) {
            unknownWhereMissing(spatial.left());
            unknownWhereMissing(spatial.right());
        }
        write("st_" + spatial.relation().name().toLowerCase(Locale.ROOT) + "(");
        term(spatial.left(), false);
        write(", ");
        term(spatial.right(), false);
        write(")");
        if (dialect.missingGeometryIsFalse()) {
            write(spatial.left() instanceof Term.Property ? " end" : "");
            write(spatial.right() instanceof Term.Property ? " end" : "");
        }
        write(")");
    }

    private void unknownWhereMissing(Term geometry) {
        if (geometry instanceof Term.Property) {
            write("case when ");
            term(geometry, false);
            write(" is null then null else ");
        }
    }

    /** All relations but "disjoint" hold only where the boxes meet. */
    private void boxes(Term stored, Term given) {
        if (!(stored instanceof Term.Property property && given instanceof Term.Shape shape)) {
            return;
        }
        Queryable.BoxColumns box = queryable(property).box();
        if (box == null) {
            return;
        }
        Envelope envelope = shape.geometry().getEnvelopeInternal();
        side(box.west(), " <= ", envelope.getMaxX());
        side(box.east(), " >= ", envelope.getMinX());
        side(box.south(), " <= ", envelope.getMaxY());
        side(box.north(), " >= ", envelope.getMinY());
    }

    private void side(String column, String sign, double degrees) {
        write(column + sign);
        value(degrees, NUMBER);
        write(" and ");
    }

    private void temporal(Condition.Temporal temporal) {
        boolean disjoint = temporal.relation() == TemporalRelation.DISJOINT;
        Term.Interval left = (Term.Interval) temporal.left();
        Term.Interval right = (Term.Interval) temporal.right();
        write(disjoint ? "not (" : "(");
        String word = "";
        for (TemporalRelation.Ends ends : (disjoint ? TemporalRelation.INTERSECTS : temporal.relation()).ends()) {
            write(word);
            comparison(
                    ends.startOfA() ? left.start() : left.end(),
                    ends.comparator(),
                    ends.startOfB() ? right.start() : right.end());
            word = " and ";
        }
        write(")");
    }
}
