package vn.anttmap.ogcapi.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.anttmap.ogcapi.cql2.Tokens.Kind;
import vn.anttmap.ogcapi.cql2.Tokens.Token;

/** Reads CQL2 text by recursive descent: one word ahead, linear in the length, as deep as {@link Budget} allows. */
final class TextParser {

    private static final Set<String> SHAPES = Set.of(
            "POINT",
            "LINESTRING",
            "POLYGON",
            "MULTIPOINT",
            "MULTILINESTRING",
            "MULTIPOLYGON",
            "GEOMETRYCOLLECTION",
            "BBOX");

    private final Tokens tokens;
    private final Budget budget = new Budget();
    private final Positions positions = new Positions();

    private TextParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /** @throws vn.anttmap.problem.UserProblem saying where, what was expected and what stands there */
    static ParsedFilter parse(String text) {
        Budget.requireLength(text);
        TextParser parser = new TextParser(new Tokens(text));
        Condition condition = parser.alternatives();
        if (parser.tokens.peek().kind() != Kind.END) {
            throw parser.tokens.unexpected("[end]");
        }
        return new ParsedFilter(condition, parser.positions);
    }

    private Condition alternatives() {
        String place = tokens.peek().place();
        List<Condition> parts = new ArrayList<>(List.of(conjunction()));
        while (tokens.takeIf("OR")) {
            parts.add(conjunction());
        }
        return parts.size() == 1 ? parts.get(0) : positions.put(new Condition.Or(parts), place);
    }

    private Condition conjunction() {
        String place = tokens.peek().place();
        List<Condition> parts = new ArrayList<>(List.of(negation()));
        while (tokens.takeIf("AND")) {
            parts.add(negation());
        }
        return parts.size() == 1 ? parts.get(0) : positions.put(new Condition.And(parts), place);
    }

    private Condition negation() {
        String place = tokens.peek().place();
        if (!tokens.takeIf("NOT")) {
            return single();
        }
        budget.enter();
        Condition part = negation();
        budget.leave();
        return positions.put(new Condition.Not(part), place);
    }

    private Condition single() {
        if (tokens.takeIf("(")) {
            budget.enter();
            Condition inner = alternatives();
            budget.leave();
            tokens.require(")");
            return inner;
        }
        Token first = tokens.peek();
        boolean function = first.kind() == Kind.WORD && tokens.opensBehindNext();
        if (function) {
            Optional<SpatialRelation> spatial = SpatialRelation.find(first.text());
            if (spatial.isPresent()) {
                return spatial(spatial.get());
            }
            Optional<TemporalRelation> temporal = TemporalRelation.find(first.text());
            if (temporal.isPresent()) {
                return temporal(temporal.get());
            }
        }
        if (first.kind() == Kind.END || first.kind() == Kind.SIGN && !isNumberSign(first)) {
            throw tokens.unexpected("[condition]");
        }
        return comparison(term(), first.place());
    }

    private Condition comparison(Term left, String place) {
        Token sign = tokens.peek();
        Optional<Comparator> comparator = sign.kind() == Kind.SIGN ? Comparator.find(sign.text()) : Optional.empty();
        if (comparator.isPresent()) {
            tokens.take();
            return positions.put(new Condition.Comparison(comparator.get(), left, term()), place);
        }
        if (tokens.takeIf("IS")) {
            boolean not = tokens.takeIf("NOT");
            tokens.require("NULL");
            return negated(not, positions.put(new Condition.IsNull(left), place), place);
        }
        boolean not = tokens.takeIf("NOT");
        if (tokens.takeIf("LIKE")) {
            return negated(not, positions.put(new Condition.Like(left, pattern()), place), place);
        }
        if (tokens.takeIf("BETWEEN")) {
            Term lower = term();
            tokens.require("AND");
            return negated(not, positions.put(new Condition.Between(left, lower, term()), place), place);
        }
        if (tokens.takeIf("IN")) {
            tokens.require("(");
            List<Term> choices = new ArrayList<>(List.of(term()));
            while (tokens.takeIf(",")) {
                choices.add(term());
            }
            tokens.require(")");
            return negated(not, positions.put(new Condition.In(left, choices), place), place);
        }
        if (left instanceof Term.Truth truth && !not) {
            return positions.put(new Condition.Always(truth.value()), place);
        }
        throw tokens.unexpected(not ? "LIKE, BETWEEN, IN" : "[comparison]");
    }

    private Condition negated(boolean not, Condition condition, String place) {
        return not ? positions.put(new Condition.Not(condition), place) : condition;
    }

    private Term pattern() {
        Token first = tokens.peek();
        if (first.kind() == Kind.TEXT || first.is("CASEI") || first.is("ACCENTI")) {
            return term();
        }
        throw tokens.unexpected("[text]");
    }

    private Term term() {
        budget.countValue();
        Token first = tokens.peek();
        String place = first.place();
        return positions.put(
                switch (first.kind()) {
                    case TEXT -> Literals.text(tokens.take().text(), place);
                    case NUMBER -> Literals.number(tokens.take().text(), place);
                    case NAME -> new Term.Property(tokens.take().text());
                    case SIGN -> signed();
                    case WORD -> word(first);
                    case END -> throw tokens.unexpected("[value]");
                },
                place);
    }

    private static boolean isNumberSign(Token token) {
        return token.is("-") || token.is("+");
    }

    private Term signed() {
        if (!isNumberSign(tokens.peek())) {
            throw tokens.unexpected("[value]");
        }
        Token sign = tokens.take();
        Token number = tokens.require(Kind.NUMBER, "[number]");
        return Literals.number(sign.is("-") ? "-" + number.text() : number.text(), sign.place());
    }

    private Term word(Token first) {
        if (tokens.opensBehindNext()) {
            return switch (first.upper()) {
                case "CASEI" -> new Term.AnyCase(folded());
                case "ACCENTI" -> new Term.AnyAccent(folded());
                case "DATE" -> {
                    Token text = quotedArgument();
                    yield Literals.day(text.text(), text.place());
                }
                case "TIMESTAMP" -> {
                    Token text = quotedArgument();
                    yield Literals.moment(text.text(), text.place());
                }
                default -> throw tokens.unexpected("[function]");
            };
        }
        if (first.is("TRUE") || first.is("FALSE")) {
            return new Term.Truth(tokens.take().is("TRUE"));
        }
        if (Names.isReserved(first.text())) {
            throw tokens.unexpected("[value]");
        }
        return new Term.Property(tokens.take().text());
    }

    private Term folded() {
        tokens.take();
        tokens.require("(");
        budget.enter();
        Term text = term();
        budget.leave();
        tokens.require(")");
        return text;
    }

    private Token quotedArgument() {
        tokens.take();
        tokens.require("(");
        Token text = tokens.require(Kind.TEXT, "[text]");
        tokens.require(")");
        return text;
    }

    private Condition spatial(SpatialRelation relation) {
        String place = tokens.take().place();
        tokens.require("(");
        Term left = shape();
        tokens.require(",");
        Term right = shape();
        tokens.require(")");
        return positions.put(new Condition.Spatial(relation, left, right), place);
    }

    private Term shape() {
        budget.countValue();
        Token first = tokens.peek();
        if (first.kind() == Kind.WORD && SHAPES.contains(first.upper())) {
            return positions.put(new WktReader(tokens, budget).read(), first.place());
        }
        return property("[geometry]");
    }

    private Term property(String expected) {
        Token first = tokens.peek();
        boolean name = first.kind() == Kind.NAME
                || first.kind() == Kind.WORD && !Names.isReserved(first.text()) && !tokens.opensBehindNext();
        if (!name) {
            throw tokens.unexpected(expected);
        }
        return positions.put(new Term.Property(tokens.take().text()), first.place());
    }

    private Condition temporal(TemporalRelation relation) {
        String place = tokens.take().place();
        tokens.require("(");
        Term left = time();
        tokens.require(",");
        Term right = time();
        tokens.require(")");
        return positions.put(new Condition.Temporal(relation, left, right), place);
    }

    private Term time() {
        Token first = tokens.peek();
        if (first.is("INTERVAL") && tokens.opensBehindNext()) {
            tokens.take();
            tokens.require("(");
            Term start = end();
            tokens.require(",");
            Term end = end();
            tokens.require(")");
            return positions.put(new Term.Interval(start, end), first.place());
        }
        if ((first.is("DATE") || first.is("TIMESTAMP")) && tokens.opensBehindNext()) {
            return term();
        }
        budget.countValue();
        return property("[time]");
    }

    private Term end() {
        budget.countValue();
        Token first = tokens.peek();
        if (first.kind() == Kind.TEXT) {
            return positions.put(Literals.end(tokens.take().text(), first.place()), first.place());
        }
        return property("[interval-end]");
    }
}
