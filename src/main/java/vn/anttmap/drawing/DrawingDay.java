package vn.anttmap.drawing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Validity;

/** The first day on which a drawing holds. */
final class DrawingDay {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    private DrawingDay() {}

    /** @throws UserProblem of kind INVALID if there is none or it is out of range */
    static LocalDate required(@Nullable LocalDate day) {
        if (day == null) {
            throw UserProblem.of(Kind.INVALID, "field-missing", "day").at("day", null);
        }
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw UserProblem.of(Kind.INVALID, "drawing-day-range", EARLIEST, LATEST)
                    .at("day", day);
        }
        return day;
    }

    /** Only a state that holds before that day and goes on can be followed by another. */
    static void check(String name, Validity validity, LocalDate day, List<Finding> findings) {
        LocalDate from = validity.from();
        if (validity.to() != null) {
            findings.add(Finding.refusal("ends-already", null, name));
        } else if (from != null && !from.isBefore(day)) {
            findings.add(Finding.refusal("begins-that-day", null, name, from));
        }
    }
}
