package vn.anttmap.territory;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;
import vn.anttmap.geo.Extent;
import vn.anttmap.geo.GeodesicMeasure;
import vn.anttmap.geo.VietnameseText;

/** One legal state of one unit. A change of extent, name, code, kind or parent is another row, linked by succession. */
@Entity
class TerritorialUnit {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "territorial_unit_seq")
    @SequenceGenerator(name = "territorial_unit_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    private String unitKey = "";

    @Enumerated(EnumType.STRING)
    private UnitLevel level = UnitLevel.COMMUNE;

    @Enumerated(EnumType.STRING)
    private UnitKind kind = UnitKind.XA;

    private @Nullable String code;
    private String name = "";
    private String fullName = "";
    private String nameFolded = "";

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_id")
    private @Nullable TerritorialUnit parent;

    private @Nullable LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private @Nullable String validitySource;
    private @Nullable LocalDate listedOn;
    private @Nullable Double officialAreaSqKm;
    private @Nullable String officialAreaSource;
    private @Nullable Double measuredAreaSqKm;
    private @Nullable Integer households;
    private @Nullable String householdsSource;
    private boolean synthetic;
    private @Nullable String syntheticNote;
    private @Nullable MultiPolygon boundary;
    private @Nullable Double west;
    private @Nullable Double south;
    private @Nullable Double east;
    private @Nullable Double north;

    @ElementCollection
    @CollectionTable(name = "unit_population", joinColumns = @JoinColumn(name = "unit_id"))
    @BatchSize(size = 200)
    private List<PopulationRow> population = new ArrayList<>();

    @Embeddable
    record PopulationRow(int referenceYear, int populationCount, String source, boolean synthetic) {}

    protected TerritorialUnit() {}

    TerritorialUnit(NewUnit unit, @Nullable TerritorialUnit parent) {
        this.unitKey = unit.key();
        this.level = unit.level();
        this.kind = unit.kind();
        this.code = unit.code();
        this.name = VietnameseText.nfc(unit.name());
        this.fullName = VietnameseText.nfc(unit.fullName());
        this.nameFolded = VietnameseText.fold(unit.fullName());
        this.parent = parent;
        this.validFrom = unit.validity().from();
        this.validTo = unit.validity().to();
        this.validitySource = unit.validitySource();
        this.listedOn = unit.listedOn();
        this.officialAreaSqKm = unit.officialAreaSqKm();
        this.officialAreaSource = unit.officialAreaSource();
        this.households = unit.households();
        this.householdsSource = unit.householdsSource();
        this.synthetic = unit.synthetic();
        this.syntheticNote = unit.syntheticNote();
        for (Population entry : unit.population()) {
            population.add(new PopulationRow(entry.year(), entry.count(), entry.source(), entry.synthetic()));
        }
        draw(unit.boundary());
    }

    private void draw(@Nullable MultiPolygon newBoundary) {
        boundary = newBoundary;
        if (newBoundary == null) {
            return;
        }
        Extent extent = Extent.of(newBoundary);
        measuredAreaSqKm = GeodesicMeasure.areaSqKm(newBoundary);
        west = extent.west();
        south = extent.south();
        east = extent.east();
        north = extent.north();
    }

    /** The first boundary of a state that had none; null takes it away again. */
    void redraw(@Nullable MultiPolygon first) {
        draw(first);
        if (first == null) {
            measuredAreaSqKm = null;
            west = null;
            south = null;
            east = null;
            north = null;
        }
    }

    /** Before it is stored by other means than the repository, which draws the id itself. */
    void identify(long newId) {
        id = newId;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    @Nullable MultiPolygon boundary() {
        return boundary;
    }

    List<Population> population() {
        if (population.isEmpty()) {
            return List.of();
        }
        return population.stream()
                .map(row -> new Population(row.referenceYear(), row.populationCount(), row.source(), row.synthetic()))
                .sorted(java.util.Comparator.comparingInt(Population::year))
                .toList();
    }

    /** Everything but the boundary. */
    Unit view() {
        return new Unit(
                id(),
                unitKey,
                level,
                kind,
                code,
                name,
                fullName,
                nameFolded,
                parent == null ? null : parent.id(),
                new Validity(validFrom, validTo),
                validitySource,
                listedOn,
                officialAreaSqKm,
                officialAreaSource,
                measuredAreaSqKm,
                households,
                householdsSource,
                population(),
                synthetic,
                syntheticNote,
                west == null || south == null || east == null || north == null
                        ? null
                        : new Extent(west, south, east, north));
    }
}
