package vn.anttmap.density;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.anttmap.density.classes.ClassBreaks;
import vn.anttmap.density.classes.ClassMethod;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/**
 * Limits of classes for a map of rates.
 *
 * @param method {@code quantile}, {@code jenks}, {@code equal} or {@code fixed}
 * @param basis {@code perSqKm}, {@code per1000}, or {@code perKm} of roads
 * @param limits upper limit of each class, included, ascending, in the unit of the basis; of three digits unless they were
 *     given. Zero stands apart; values above the last fixed limit are one class more
 */
public record RateClasses(String method, String basis, List<Double> limits) {

    /**
     * What the classes are to be.
     *
     * @param fixed the limits where the method is {@code FIXED}, else not used
     */
    record Wish(ClassMethod method, Basis basis, int classCount, double[] fixed) {

        /** @throws UserProblem naming what may be asked for */
        static Wish of(String classes, String basis, int classCount, @Nullable String breaks) {
            ClassMethod method = ClassMethod.ofKey(classes);
            ClassBreaks.checkCount(classCount);
            return new Wish(
                    method,
                    Basis.ofKey(basis),
                    classCount,
                    method == ClassMethod.FIXED ? ClassBreaks.given(breaks) : new double[0]);
        }
    }

    /** What a rate divides by. */
    enum Basis {
        PER_SQ_KM("perSqKm"),
        PER_1000("per1000"),
        PER_KM("perKm");

        private final String key;

        Basis(String key) {
            this.key = key;
        }

        static Basis ofKey(String key) {
            return Arrays.stream(values())
                    .filter(basis -> basis.key.equals(key))
                    .findFirst()
                    .orElseThrow(() -> UserProblem.of(Kind.INVALID, "filter-value-unknown", "perSqKm, per1000, perKm")
                            .at("basis", key));
        }

        private @Nullable RateFigure of(AreaDensity area) {
            return switch (this) {
                case PER_SQ_KM -> area.bySqKm();
                case PER_1000 -> area.by1000();
                case PER_KM -> area.byKm();
            };
        }
    }

    /** Of the smoothed rates, as the map shows them; of the bare ones where there is nothing to smooth with. */
    static RateClasses of(List<AreaDensity> areas, Wish wish) {
        double[] values = areas.stream()
                .map(wish.basis()::of)
                .filter(Objects::nonNull)
                .mapToDouble(RateClasses::shown)
                .toArray();
        double[] limits = wish.method() == ClassMethod.FIXED
                ? wish.fixed()
                : ClassBreaks.printable(ClassBreaks.limits(values, wish.method(), wish.classCount()));
        return new RateClasses(
                wish.method().name().toLowerCase(Locale.ROOT),
                wish.basis().key,
                Arrays.stream(limits).boxed().toList());
    }

    private static double shown(RateFigure rate) {
        Double smoothed = rate.smoothed();
        return smoothed == null ? rate.perYear() : smoothed;
    }
}
