package vn.anttmap.movement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.anttmap.territory.UnitRef;

/**
 * A security team as it is shown.
 *
 * @param area the unit it looks after
 * @param longitude EPSG:4326, degrees
 * @param latitude EPSG:4326, degrees
 * @param validTo the day from which it no longer exists; null while it does
 * @param memberCount of all members; null where it is not known
 * @param members by role, in the order of the list of roles
 * @param gradings newest year first
 * @param withdrawn taken back with the table it came in with; in no list any more
 */
public record SecurityTeamView(
        long id,
        String name,
        String kind,
        String kindName,
        UnitRef area,
        double longitude,
        double latitude,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Integer memberCount,
        List<Members> members,
        List<Grading> gradings,
        boolean synthetic,
        @Nullable String syntheticNote,
        boolean withdrawn,
        long version) {

    public record Members(String role, String roleName, int count) {}

    public record Grading(int year, String grade, String gradeName) {}
}
