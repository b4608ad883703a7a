package vn.anttmap.territory;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.linearref.LengthIndexedLine;
import vn.anttmap.geo.Extent;
import vn.anttmap.geo.GeodesicMeasure;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.geo.Wgs84;

/** Đoạn đường tự quản: a stretch of road that an organisation looks after. */
@Entity
class RoadSegment {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "road_segment_seq")
    @SequenceGenerator(name = "road_segment_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    private String segmentKey = "";
    private String name = "";
    private String nameFolded = "";
    private @Nullable String fromDescription;
    private @Nullable String toDescription;
    private @Nullable String owner;
    private @Nullable LocalDate foundedOn;
    private @Nullable LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private double measuredLengthKm;
    private boolean synthetic;
    private @Nullable String syntheticNote;
    private MultiLineString course = Wgs84.FACTORY.createMultiLineString();

    /** The segment that this one continues under a new course, name or owner; null where it was new. */
    private @Nullable Long followsId;

    private double west;
    private double south;
    private double east;
    private double north;

    protected RoadSegment() {}

    RoadSegment(NewRoadSegment segment) {
        Extent extent = Extent.of(segment.course());
        this.segmentKey = segment.key();
        this.name = VietnameseText.nfc(segment.name());
        this.nameFolded = VietnameseText.fold(segment.name());
        this.fromDescription = segment.fromDescription();
        this.toDescription = segment.toDescription();
        this.owner = segment.owner();
        this.foundedOn = segment.foundedOn();
        this.validFrom = segment.validity().from();
        this.validTo = segment.validity().to();
        this.synthetic = segment.synthetic();
        this.syntheticNote = segment.syntheticNote();
        this.course = segment.course();
        this.measuredLengthKm = GeodesicMeasure.lengthKm(segment.course());
        this.west = extent.west();
        this.south = extent.south();
        this.east = extent.east();
        this.north = extent.north();
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    /** It holds up to the day before this one. */
    void end(LocalDate firstDayAfter) {
        validTo = firstDayAfter;
    }

    /** Takes {@link #end} back; false where it ends on another day. */
    boolean goOn(LocalDate firstDayAfter) {
        if (!firstDayAfter.equals(validTo)) {
            return false;
        }
        validTo = null;
        return true;
    }

    MultiLineString course() {
        return course;
    }

    /** @param roadId the segment that this one continues */
    void follow(long roadId) {
        followsId = roadId;
    }

    static Point middle(MultiLineString course) {
        LengthIndexedLine line = new LengthIndexedLine(course);
        return Wgs84.FACTORY.createPoint(line.extractPoint(line.getEndIndex() / 2));
    }

    Road view() {
        return new Road(
                Objects.requireNonNull(id),
                segmentKey,
                name,
                nameFolded,
                fromDescription,
                toDescription,
                owner,
                foundedOn,
                new Validity(validFrom, validTo),
                measuredLengthKm,
                synthetic,
                syntheticNote,
                new Extent(west, south, east, north),
                middle(course));
    }
}
