package vn.anttmap.drawing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.geo.Wgs84;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.GivenText;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.TerritoryChanges;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitKind;
import vn.anttmap.territory.UnitLevel;

/** Works out what a drawn residential area would do. */
@Component
class AreaLooks {

    private static final int LONGEST_NAME = 150;

    private final Territory territory;
    private final TerritoryChanges changes;
    private final MovingIncidents moving;

    AreaLooks(Territory territory, TerritoryChanges changes, MovingIncidents moving) {
        this.territory = territory;
        this.changes = changes;
        this.moving = moving;
    }

    /** What is said about the area apart from its shape. */
    record Named(@Nullable Unit before, UnitKind kind, String name, String fullName) {}

    /** @throws UserProblem if a field is missing or wrong, or the account may not see the area */
    Named named(AccountView account, AreaDraft draft) {
        account.require(Right.CHANGE_BOUNDARIES);
        if (draft.areaId() != null) {
            Unit before = territory.get(account, draft.areaId());
            if (before.level() != UnitLevel.RESIDENTIAL_AREA) {
                throw UserProblem.of(Kind.NOT_FOUND, "unit-unknown", before.id())
                        .at("areaId", before.id());
            }
            return new Named(before, before.kind(), before.name(), before.fullName());
        }
        UnitKind kind = kind(GivenText.required("kind", draft.kind(), 20));
        String name = GivenText.required("name", draft.name(), LONGEST_NAME);
        String label = kind.label(Locale.forLanguageTag("vi"));
        boolean labelled = VietnameseText.fold(name).startsWith(VietnameseText.fold(label) + " ");
        return new Named(
                null,
                kind,
                labelled ? name.substring(label.length()).strip() : name,
                labelled ? name : label + " " + name);
    }

    Look look(AccountView account, AreaDraft draft) {
        Named named = named(account, draft);
        LocalDate day = DrawingDay.required(draft.day());
        long revision = territory.revision();
        DrawnShape.Area shape = DrawnShape.area(draft.geometry());
        List<Finding> findings = new ArrayList<>(shape.findings());
        Unit before = named.before();
        Double beforeSize =
                before == null || before.measuredAreaSqKm() == null ? null : before.measuredAreaSqKm() * 1e6;
        if (before != null) {
            DrawingDay.check(before.fullName(), before.validity(), day, findings);
        }
        MultiPolygon geometry = shape.geometry();
        if (geometry == null) {
            return new Look(revision, day, named.fullName(), null, null, beforeSize, findings, List.of(), 0);
        }
        Unit commune = commune(account, before, geometry, day, findings);
        List<Unit> areas = territory.listOn(account, UnitLevel.RESIDENTIAL_AREA, day).stream()
                .filter(area -> before == null || area.id() != before.id())
                .filter(area -> area.extent() != null)
                .toList();
        Map<Long, MultiPolygon> boundaries = changes.boundaries(
                account,
                areas.stream()
                        .filter(area -> commune != null && Objects.equals(area.parentId(), commune.id())
                                || area.extent().toEnvelope().intersects(geometry.getEnvelopeInternal()))
                        .map(Unit::id)
                        .toList());
        AreaNeighbours neighbours = new AreaNeighbours(
                named.fullName(), geometry, areas, boundaries, Boolean.TRUE.equals(draft.takeOverlaps()), day);
        List<Look.Cut> cuts = neighbours.overlaps(findings);
        if (commune != null) {
            if (before == null) {
                refuseTwin(named, areas, commune, geometry, findings);
            }
            MultiPolygon ground =
                    changes.boundaries(account, List.of(commune.id())).get(commune.id());
            MultiPolygon past = before == null
                    ? null
                    : changes.boundaries(account, List.of(before.id())).get(before.id());
            if (ground != null) {
                neighbours.ground(commune, ground, past, cuts, findings);
            }
        }
        int count = moving.betweenAreas(account, day, before, geometry, cuts);
        return new Look(revision, day, named.fullName(), geometry, commune, beforeSize, findings, cuts, count);
    }

    private @Nullable Unit commune(
            AccountView account, @Nullable Unit before, MultiPolygon geometry, LocalDate day, List<Finding> findings) {
        Coordinate inside = geometry.getInteriorPoint().getCoordinate();
        if (before != null) {
            return territory.parent(before).orElse(null);
        }
        Point point = Wgs84.FACTORY.createPoint(inside);
        Unit commune = territory
                .unitAt(UnitLevel.COMMUNE, point, day)
                .filter(unit ->
                        territory.listOn(account, UnitLevel.COMMUNE, day).contains(unit))
                .orElse(null);
        if (commune == null) {
            findings.add(Finding.refusal("elsewhere", inside));
        } else if (commune.validity().to() != null) {
            findings.add(Finding.refusal("commune-ended", inside, commune.fullName()));
        }
        return commune;
    }

    private static void refuseTwin(
            Named named, List<Unit> areas, Unit commune, MultiPolygon geometry, List<Finding> findings) {
        String folded = VietnameseText.fold(named.fullName());
        if (areas.stream()
                .anyMatch(area -> Objects.equals(area.parentId(), commune.id())
                        && area.nameFolded().equals(folded))) {
            findings.add(Finding.refusal(
                    "same-name", geometry.getInteriorPoint().getCoordinate(), named.fullName(), commune.fullName()));
        }
    }

    private static UnitKind kind(String key) {
        return Arrays.stream(UnitKind.values())
                .filter(kind -> (kind.village() || kind.block()) && kind.key().equals(key))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.INVALID,
                                "choice-unknown",
                                "kind",
                                Arrays.stream(UnitKind.values())
                                        .filter(kind -> kind.village() || kind.block())
                                        .map(UnitKind::key)
                                        .collect(Collectors.joining(", ")))
                        .at("kind", key));
    }
}
