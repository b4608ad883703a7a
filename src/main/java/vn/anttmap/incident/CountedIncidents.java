package vn.anttmap.incident;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.territory.Validity;

/** Picks the incidents of a question out of the {@link CountedMonths}. */
@Component
class CountedIncidents {

    private final CountedMonths months;
    private final IncidentScope.Finder scopes;
    private final Territory territory;

    CountedIncidents(CountedMonths months, IncidentScope.Finder scopes, Territory territory) {
        this.months = months;
        this.scopes = scopes;
        this.territory = territory;
    }

    /** Told of each incident: the month that holds it and its place in the arrays there. */
    interface Visitor {
        void visit(CountedMonth month, int incident);
    }

    /** Those of the question that the account may count; the question's ground is left aside. */
    Selection select(AccountView account, IncidentCounts.Question question) {
        return select(scopes.of(account), question, null);
    }

    /** Those of the question in a scope that somebody else has worked out. */
    Selection select(IncidentScope scope, IncidentCounts.Question question) {
        return select(scope, question, null);
    }

    /** Those of the question on its ground that the account may count. */
    Selection selectWithin(AccountView account, IncidentCounts.Question question) {
        return select(scopes.of(account), question, question.within());
    }

    private Selection select(IncidentScope scope, IncidentCounts.Question question, @Nullable Ground within) {
        CountedMonths.Period period = months.of(question.from(), question.to());
        CountedNames names = period.names();
        String category = question.category();
        String severity = question.severity();
        Conditions conditions = new Conditions(
                flags(
                        names.categories().values(),
                        code -> (category == null || code.equals(category))
                                && !scope.hiddenCategories().contains(code)),
                severity == null ? null : flags(names.severities().values(), severity::equals),
                question.majorCasesOnly(),
                scope.wholeCountry() ? null : flags(names.registers().values(), scope.communeIds()::contains));
        List<IdList> units = names.units().values();
        List<IdList> roads = names.roads().values();
        return new Selection(
                territory,
                question,
                period.months(),
                conditions,
                units,
                roads,
                within == null
                        ? null
                        : OnGround.of(within, units, names.registers().values()));
    }

    private static <T> boolean[] flags(List<T> values, Predicate<T> condition) {
        boolean[] flags = new boolean[values.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = condition.test(values.get(i));
        }
        return flags;
    }

    /** By the numbers of the values. @param severities null for all @param registers null for all */
    private record Conditions(
            boolean[] categories, boolean @Nullable [] severities, boolean majorOnly, boolean @Nullable [] registers) {

        boolean meets(CountedMonth month, int i) {
            return categories[month.categories()[i]]
                    && (severities == null || severities[month.severities()[i]])
                    && (!majorOnly || month.is(i, CountedMonth.MAJOR_CASE))
                    && (registers == null || registers[month.registers()[i]]);
        }
    }

    /**
     * What belongs to a ground: placed in one of its units, or placed nowhere and held by one of its registers, as a mark
     * near the border is until somebody assigns it.
     */
    private record OnGround(boolean[] units, boolean[] registers) {

        static OnGround of(Ground ground, List<IdList> units, List<Long> registers) {
            Set<Long> holders = ground.holderIds();
            return new OnGround(
                    flags(units, list -> list.containsAny(holders)), flags(registers, ground.registerIds()::contains));
        }

        boolean holds(CountedMonth month, int i) {
            return units[month.units()[i]]
                    || (month.is(i, CountedMonth.NEAR_BORDER)
                            && !month.is(i, CountedMonth.ASSIGNED)
                            && registers[month.registers()[i]]);
        }
    }

    /** The incidents of one question. */
    static final class Selection {

        private final Territory territory;
        private final IncidentCounts.Question question;
        private final List<CountedMonth> months;
        private final Conditions conditions;
        private final List<IdList> units;
        private final List<IdList> roads;
        private final @Nullable OnGround ground;

        private Selection(
                Territory territory,
                IncidentCounts.Question question,
                List<CountedMonth> months,
                Conditions conditions,
                List<IdList> units,
                List<IdList> roads,
                @Nullable OnGround ground) {
            this.territory = territory;
            this.question = question;
            this.months = months;
            this.conditions = conditions;
            this.units = units;
            this.roads = roads;
            this.ground = ground;
        }

        void forEach(Visitor visitor) {
            LocalDate from = question.from();
            LocalDate to = question.to();
            for (CountedMonth month : months) {
                int first = month.month().equals(YearMonth.from(from)) ? from.getDayOfMonth() : 1;
                int last = month.month().equals(YearMonth.from(to)) ? to.getDayOfMonth() : 31;
                byte[] days = month.days();
                for (int i = 0; i < days.length; i++) {
                    if (days[i] >= first
                            && days[i] <= last
                            && conditions.meets(month, i)
                            && (ground == null || ground.holds(month, i))) {
                        visitor.visit(month, i);
                    }
                }
            }
        }

        /** The lists that {@link CountedMonth#units} stands for. */
        List<IdList> units() {
            return units;
        }

        List<IdList> roads() {
            return roads;
        }

        /** The units of a list that count on the question's boundary day: one, unless boundaries overlap. */
        long[] unitsOn(IdList list, UnitLevel level) {
            long[] found = new long[list.ids().length];
            int count = 0;
            for (long id : list.ids()) {
                if (territory
                        .find(id)
                        .filter(unit -> unit.level() == level && counts(unit.validity()))
                        .isPresent()) {
                    found[count++] = id;
                }
            }
            return java.util.Arrays.copyOf(found, count);
        }

        /** The road of a list that owns an incident on the boundary day; none or one. */
        long[] roadOn(IdList list) {
            for (long id : list.ids()) {
                if (territory
                        .findRoad(id)
                        .filter(road -> counts(road.validity()))
                        .isPresent()) {
                    return new long[] {id};
                }
            }
            return IdList.EMPTY.ids();
        }

        private boolean counts(Validity validity) {
            return validity.contains(question.boundaryDay());
        }
    }
}
