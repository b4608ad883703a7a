package vn.anttmap.ogcapi.cql2;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.anttmap.problem.MessageText;
import vn.anttmap.problem.UserProblem;

/** What can be wrong with a filter. A place is the number of a character, from 1, or a JSON pointer. */
final class FilterProblems {

    private static final String PARAMETER = "filter";

    private FilterProblems() {}

    /**
     * @param expected words of the grammar, or the last part of {@code label.filter.expected.*} in brackets
     * @param found what stands there; null at the end
     */
    static UserProblem unreadable(String place, String expected, @Nullable String found) {
        Object wanted = expected.startsWith("[")
                ? new MessageText("label.filter.expected." + expected.substring(1, expected.length() - 1))
                : expected;
        Object there = found == null ? new MessageText("label.filter.end") : abridged(found);
        return UserProblem.of(UserProblem.Kind.INVALID, "filter-unreadable", place, wanted, there)
                .at(PARAMETER, found);
    }

    static UserProblem unknownProperty(String place, String name, List<String> known) {
        return UserProblem.of(
                        UserProblem.Kind.INVALID,
                        "filter-property-unknown",
                        place,
                        abridged(name),
                        String.join(", ", known))
                .at(PARAMETER, name);
    }

    static UserProblem typesDiffer(String place, ValueType wanted, ValueType found) {
        return UserProblem.of(
                        UserProblem.Kind.INVALID,
                        "filter-types-differ",
                        place,
                        new MessageText("label.filter.type." + wanted),
                        new MessageText("label.filter.type." + found))
                .at(PARAMETER, null);
    }

    /** @param rule the last part of {@code label.filter.rule.*}: what the value has to be */
    static UserProblem badValue(String place, String rule, String received) {
        return UserProblem.of(
                        UserProblem.Kind.INVALID,
                        "filter-value-invalid",
                        place,
                        new MessageText("label.filter.rule." + rule))
                .at(PARAMETER, received);
    }

    /** @param what the last part of {@code label.filter.limit.*} */
    static UserProblem tooMuch(String what, int limit) {
        return UserProblem.of(
                        UserProblem.Kind.INVALID,
                        "filter-too-large",
                        new MessageText("label.filter.limit." + what),
                        limit)
                .at(PARAMETER, null);
    }

    private static String abridged(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
