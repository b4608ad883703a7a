package vn.anttmap.exchange.territoryimport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.linearref.LengthIndexedLine;
import vn.anttmap.exchange.territoryimport.Area.Status;
import vn.anttmap.territory.Road;
import vn.anttmap.territory.Unit;

/** One road segment on its way through the checks, or one on record that the file does not have any more. */
final class RoadDraft {

    /** In the file, from 1; 0 for a road on record that is not in the file. */
    final int number;

    final Words words;
    final @Nullable MultiLineString course;
    final List<GeometryRepair.Step> repairs;
    final List<Issue> issues = new ArrayList<>();

    @Nullable Unit commune;

    /** The road on record that it is. */
    @Nullable Road before;

    /** What differs from that: course, name, from, to, owner, founded. */
    final List<String> differences = new ArrayList<>();

    Status status = Status.ADDED;

    /** What the table says of it; what it does not say stays as it was. */
    record Words(
            String name,
            @Nullable String from,
            @Nullable String to,
            @Nullable String owner,
            @Nullable LocalDate foundedOn) {}

    RoadDraft(int number, Words words, @Nullable MultiLineString course, List<GeometryRepair.Step> repairs) {
        this.number = number;
        this.words = words;
        this.course = course;
        this.repairs = repairs;
    }

    boolean refused() {
        return issues.stream().anyMatch(Issue::refuses);
    }

    /** What the file does not say stays as it was. */
    Words wordsThen() {
        return before == null
                ? words
                : new Words(
                        words.name(),
                        words.from() == null ? before.fromDescription() : words.from(),
                        words.to() == null ? before.toDescription() : words.to(),
                        words.owner() == null ? before.owner() : words.owner(),
                        words.foundedOn() == null ? before.foundedOn() : words.foundedOn());
    }

    /** Half-way along, EPSG:4326. */
    @Nullable Coordinate middle() {
        if (course == null || course.isEmpty()) {
            return null;
        }
        LengthIndexedLine line = new LengthIndexedLine(course);
        return line.extractPoint(line.getEndIndex() / 2);
    }
}
