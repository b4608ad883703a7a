package vn.anttmap.ogcapi.cql2;

import java.util.List;

/** A condition of a filter: true, false or, where a value is missing, unknown. Immutable; equal when they say the same. */
sealed interface Condition {

    record Always(boolean value) implements Condition {}

    /** Of two or more. */
    record And(List<Condition> parts) implements Condition {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** Of two or more. */
    record Or(List<Condition> parts) implements Condition {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    record Not(Condition part) implements Condition {}

    record Comparison(Comparator comparator, Term left, Term right) implements Condition {}

    /** The pattern is a text, perhaps below {@code casei} and {@code accenti}. */
    record Like(Term text, Term pattern) implements Condition {}

    record Between(Term value, Term lower, Term upper) implements Condition {}

    /** Of one choice or more. */
    record In(Term value, List<Term> choices) implements Condition {
        public In {
            choices = List.copyOf(choices);
        }
    }

    record IsNull(Term value) implements Condition {}

    record Spatial(SpatialRelation relation, Term left, Term right) implements Condition {}

    record Temporal(TemporalRelation relation, Term left, Term right) implements Condition {}
}
