package vn.anttmap.safety;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Figures that the registers hold beside one criterion. They never judge it: a person does.
 *
 * @param figure which figure, as the criterion names it
 * @param verdict what the figures point to: met, not_met, to_check, or insufficient_data
 * @param current the window of the year; null where none is compared
 * @param previous the window before it, on the same territory
 * @param shares thresholds of two counts
 * @param incidentIds the incidents of both windows that were counted; null for accounts that may not see incidents, and in
 *     what is kept with a judgement
 * @param restrictedExcluded whether incidents of restricted categories are left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CriterionHint(
        String figure,
        String verdict,
        @Nullable Window current,
        @Nullable Window previous,
        List<Line> lines,
        List<Share> shares,
        @Nullable List<UUID> incidentIds,
        boolean restrictedExcluded,
        String text) {

    static final String MET = "met";
    static final String NOT_MET = "not_met";
    static final String TO_CHECK = "to_check";
    static final String INSUFFICIENT_DATA = "insufficient_data";

    /** @param covered whether the register is complete in the window */
    record Window(LocalDate from, LocalDate to, boolean covered) {}

    /**
     * One figure.
     *
     * @param code {@code total}, {@code major}, {@code serious}, a category's code, {@code models} …
     * @param current null where the register does not cover the window
     * @param previous null where nothing is compared or the register does not cover the window before
     */
    record Line(
            String code,
            String name,
            @Nullable Integer current,
            @Nullable Integer previous) {}

    /** As it is kept with a judgement: without the incidents themselves. */
    CriterionHint withoutIncidents() {
        return new CriterionHint(figure, verdict, current, previous, lines, shares, null, restrictedExcluded, text);
    }
}
