package vn.anttmap.safety;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a step rests on. Each fact belongs to one kind of step; the others are null.
 *
 * @param resolutionNumber of the party cell's resolution, for a registration
 * @param householdsTotal households that live in the area
 * @param householdsRegistered those of them that signed up
 * @param meetingDate of the self-assessment
 * @param submittedOn day on which the papers reached the commune
 * @param signer title and name of the official who signed the decision
 * @param certificateNumber of the Giấy công nhận
 * @param reasons why an area was not recognised or not considered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepFacts(
        @Nullable String resolutionNumber,
        @Nullable LocalDate resolutionDate,
        @Nullable Integer householdsTotal,
        @Nullable Integer householdsRegistered,
        @Nullable LocalDate meetingDate,
        @Nullable Integer attendeesCount,
        @Nullable LocalDate submittedOn,
        @Nullable LocalDate appraisedOn,
        @Nullable String decisionNumber,
        @Nullable LocalDate decisionDate,
        @Nullable String signer,
        @Nullable String certificateNumber,
        @Nullable String reasons) {

    /** A step without any. */
    static final StepFacts NONE =
            new StepFacts(null, null, null, null, null, null, null, null, null, null, null, null, null);

    static StepFacts decision(@Nullable String decisionNumber) {
        return new StepFacts(null, null, null, null, null, null, null, null, decisionNumber, null, null, null, null);
    }

    /** Those that are given, by name. */
    Map<String, Object> given() {
        Map<String, Object> given = new LinkedHashMap<>();
        put(given, "resolutionNumber", resolutionNumber);
        put(given, "resolutionDate", resolutionDate);
        put(given, "householdsTotal", householdsTotal);
        put(given, "householdsRegistered", householdsRegistered);
        put(given, "meetingDate", meetingDate);
        put(given, "attendeesCount", attendeesCount);
        put(given, "submittedOn", submittedOn);
        put(given, "appraisedOn", appraisedOn);
        put(given, "decisionNumber", decisionNumber);
        put(given, "decisionDate", decisionDate);
        put(given, "signer", signer);
        put(given, "certificateNumber", certificateNumber);
        put(given, "reasons", reasons);
        return given;
    }

    private static void put(Map<String, Object> given, String name, @Nullable Object value) {
        if (value != null) {
            given.put(name, value);
        }
    }
}
