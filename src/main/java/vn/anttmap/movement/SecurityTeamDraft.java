package vn.anttmap.movement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an officer says about a security team. Members are counted, never named.
 *
 * @param kind code of the open list of kinds
 * @param areaId the unit it looks after
 * @param longitude EPSG:4326, degrees; null with latitude for the present place, or a place inside its area
 * @param latitude EPSG:4326, degrees
 * @param validFrom first day; null where it is not known
 * @param validTo the day from which it no longer exists; null while it does
 * @param memberCount of all members; used where they are not counted by role
 * @param members by role; null or empty where only their number is known
 * @param gradings of single years; null or empty without any
 */
public record SecurityTeamDraft(
        @Nullable String name,
        @Nullable String kind,
        @Nullable Long areaId,
        @Nullable Double longitude,
        @Nullable Double latitude,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Integer memberCount,
        @Nullable List<Members> members,
        @Nullable List<Grading> gradings) {

    /** @param role code of the open list of roles */
    public record Members(@Nullable String role, @Nullable Integer count) {}

    /** @param grade code of the open list of grades */
    public record Grading(@Nullable Integer year, @Nullable String grade) {}
}
