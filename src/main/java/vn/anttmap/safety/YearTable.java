package vn.anttmap.safety;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A year of a place as a table: each area with where it stands, which papers are there, what is missing and what is late.
 *
 * @param within the unit that was asked for, by its full name; null for the whole territory of the account
 * @param boundaryDay the day whose areas are listed
 * @param asOf the past day whose end the table describes; null for now
 * @param rows the areas of each commune in a row, then the communes
 */
public record YearTable(
        int year,
        @Nullable String within,
        LocalDate boundaryDay,
        @Nullable LocalDate asOf,
        SafetyYear.Windows windows,
        List<Row> rows) {

    /**
     * One area.
     *
     * @param level {@code residential-area} or {@code commune}
     * @param status key of its status
     * @param householdsTotal households that live in the area; null where it was not written down, as always for communes
     * @param householdsRegistered those of them that signed up
     * @param documents how many files are attached
     * @param missing in plain words what is not there yet
     * @param late the earliest step that is overdue; null where none is
     * @param streak recognised years in a row up to the last that was decided
     */
    public record Row(
            long id,
            String name,
            String fullName,
            String level,
            String kindLabel,
            @Nullable String parentName,
            String status,
            boolean synthetic,
            @Nullable Integer householdsTotal,
            @Nullable Integer householdsRegistered,
            Papers papers,
            int documents,
            List<String> missing,
            @Nullable Late late,
            int streak) {}

    /** What is on paper; null for what is not. */
    public record Papers(
            @Nullable String resolutionNumber,
            @Nullable LocalDate meetingDate,
            @Nullable LocalDate submittedOn,
            @Nullable String decisionNumber,
            @Nullable LocalDate decisionDate,
            @Nullable String certificateNumber) {}

    /**
     * @param status key of the status that the overdue step leads to
     * @param due last day on which it was in time
     * @param verified false where that day has still to be checked against the instrument
     * @param text the same in plain words
     */
    public record Late(String status, LocalDate due, boolean verified, String text) {}
}
