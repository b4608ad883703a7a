package vn.anttmap.report.sheet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.CoordinateTransform;
import vn.anttmap.geo.Feature;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.node.Installation;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.report.VietnameseFormat;
import vn.anttmap.safety.SafetyAssessments;
import vn.anttmap.safety.SafetyYear;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.TerritoryFeatures;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.territory.VietnamTime;

/** Puts a map sheet together, under the account's territory and rights. */
@Service
class MapSheets {

    /** Above so many areas a border of a few metres more or less is not seen, and the file stays small. */
    private static final int MANY_AREAS = 500;

    private static final double TOLERANCE_METERS = 15;

    /** West of it lies zone 48 of the national systems of 6 degrees, east of it zone 49. */
    private static final double ZONE_LIMIT_LONGITUDE = 108;

    private final Territory territory;
    private final TerritoryFeatures features;
    private final SheetAreas sheetAreas;
    private final SafetyAssessments assessments;
    private final IncidentCounts counts;
    private final Installation installation;
    private final MessageSource messages;
    private final Clock clock;

    MapSheets(
            Territory territory,
            TerritoryFeatures features,
            SheetAreas sheetAreas,
            SafetyAssessments assessments,
            IncidentCounts counts,
            Installation installation,
            MessageSource messages,
            Clock clock) {
        this.territory = territory;
        this.features = features;
        this.sheetAreas = sheetAreas;
        this.assessments = assessments;
        this.counts = counts;
        this.installation = installation;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param boundaryDay the day whose areas it shows */
    record Made(MapSheet sheet, Unit unit, LocalDate boundaryDay) {}

    /**
     * @throws UserProblem if the account may not take figures out or does not see the unit, or if none of its areas of
     *     that level has a boundary
     */
    @Transactional(readOnly = true)
    Made make(AccountView account, SheetQuestion question) {
        account.require(Right.READ_MAP);
        account.require(Right.EXPORT_DATA);
        boolean ofStatus = question.theme() == SheetTheme.STATUS;
        Ground ground;
        SheetAreas.Result filled;
        String time;
        if (ofStatus) {
            SafetyYear year = assessments.statuses(
                    account, question.assessmentYear(), question.boundaryDay(), question.asOf(), SheetAreas.VI);
            ground = territory.ground(account, question.areaId(), year.boundaryDay());
            filled = sheetAreas.ofStatus(onGround(year, ground), question.level());
            time = "năm " + year.year() + recordedBy(question.asOf());
        } else {
            LocalDate day = question.boundaryDay() == null ? question.period().to() : question.boundaryDay();
            ground = territory.ground(account, question.areaId(), day);
            filled = sheetAreas.ofDensity(account, question, ground);
            time = question.period().name();
        }
        List<Feature> drawn = drawn(account, question.level(), ground);
        if (drawn.isEmpty()) {
            throw UserProblem.of(
                    Kind.UNPROCESSABLE, "sheet-without-areas", ground.unit().fullName());
        }
        CoordinateSystem system = systemOf(ground.unit(), drawn.get(0));
        CoordinateTransform transform = CoordinateTransform.between(CoordinateSystems.WGS84, system);
        MapSheet sheet = new MapSheet(
                question.theme().title(),
                ground.unit().fullName() + ", " + time,
                system,
                areas(drawn, filled, transform),
                outlines(account, ground, transform),
                question.theme().unit(),
                filled.legend(),
                notes(account, question, ground, system, drawn, filled));
        return new Made(sheet, ground.unit(), ground.day());
    }

    private static String recordedBy(@Nullable LocalDate asOf) {
        return asOf == null ? "" : " (theo hồ sơ đến hết ngày " + VietnameseFormat.day(asOf) + ")";
    }

    private static SafetyYear onGround(SafetyYear year, Ground ground) {
        return new SafetyYear(
                year.year(),
                year.boundaryDay(),
                year.asOf(),
                year.windows(),
                year.restrictedExcluded(),
                year.areas().stream().filter(area -> ground.contains(area.id())).toList());
    }

    private List<Feature> drawn(AccountView account, UnitLevel level, Ground ground) {
        boolean many = ground.unitIds().size() > MANY_AREAS;
        return features
                .units(
                        account,
                        level,
                        kind -> true,
                        ground.day(),
                        ground,
                        null,
                        many ? TOLERANCE_METERS : 0,
                        SheetAreas.VI)
                .stream()
                .filter(feature -> feature.geometry() != null)
                .toList();
    }

    private static List<MapSheet.Area> areas(
            List<Feature> drawn, SheetAreas.Result filled, CoordinateTransform transform) {
        List<MapSheet.Area> areas = new ArrayList<>();
        for (Feature feature : drawn) {
            SheetAreas.Filled look =
                    filled.byArea().getOrDefault(feature.id(), new SheetAreas.Filled(AreaStyle.NO_DATA, null));
            areas.add(new MapSheet.Area(
                    projected(feature, transform),
                    look.style(),
                    String.valueOf(feature.properties().get("name")),
                    look.value()));
        }
        return areas;
    }

    private List<Geometry> outlines(AccountView account, Ground ground, CoordinateTransform transform) {
        return drawn(account, UnitLevel.COMMUNE, ground).stream()
                .map(commune -> projected(commune, transform))
                .toList();
    }

    private static Geometry projected(Feature feature, CoordinateTransform transform) {
        return transform.transform(java.util.Objects.requireNonNull(feature.geometry()));
    }

    /** The system of the province's cadastral maps, as surveyors of the place use it. */
    private CoordinateSystem systemOf(Unit unit, Feature any) {
        return territory
                .ancestor(unit, UnitLevel.PROVINCE)
                .map(Unit::code)
                .flatMap(CoordinateSystems::forProvince)
                .orElseGet(() -> CoordinateSystems.get(
                        java.util.Objects.requireNonNull(any.geometry()).getCoordinate().x < ZONE_LIMIT_LONGITUDE
                                ? "EPSG:3405"
                                : "EPSG:3406"));
    }

    private List<String> notes(
            AccountView account,
            SheetQuestion question,
            Ground ground,
            CoordinateSystem system,
            List<Feature> drawn,
            SheetAreas.Result filled) {
        List<String> notes = new ArrayList<>(filled.notes());
        if (question.theme() != SheetTheme.STATUS && counts.leavesOutRestricted(account)) {
            notes.add("Không gồm các loại vụ việc hạn chế xem.");
        }
        notes.add("Địa giới ngày " + VietnameseFormat.day(ground.day()) + ".");
        if (drawn.stream()
                .anyMatch(area -> Boolean.TRUE.equals(area.properties().get("synthetic")))) {
            notes.add("Một số ranh giới là minh họa, không phải ranh giới đo đạc.");
        }
        notes.add("Nguồn: " + (question.theme() == SheetTheme.STATUS ? "hồ sơ xét danh hiệu" : "sổ vụ việc")
                + " trên ANTT Map, lập ngày " + VietnameseFormat.day(VietnamTime.today(clock)) + ".");
        notes.add("Hệ tọa độ: " + system.name() + " (" + system.code() + ").");
        if (installation.demo()) {
            notes.add("Bản dùng thử: số liệu minh họa, không phải số liệu thật.");
            notes.add(messages.getMessage("login.credit", null, SheetAreas.VI));
        }
        return notes;
    }
}
