package vn.anttmap.drawing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;
import vn.anttmap.territory.NewState;
import vn.anttmap.territory.NewUnit;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitKind;
import vn.anttmap.territory.UnitLevel;
import vn.anttmap.territory.Validity;

/**
 * The states that begin and end with a drawn area: its own, and those of areas that give up ground. The official area of a
 * former extent says nothing of the new one and is left out; households and population stay until they are corrected.
 */
record AreaStates(UUID id, AreaLooks.Named named, Look look, String reason) {

    List<Long> ending() {
        List<Long> ending = new ArrayList<>();
        if (named.before() != null) {
            ending.add(named.before().id());
        }
        look.cuts().forEach(cut -> ending.add(cut.area().id()));
        return ending;
    }

    List<NewState> beginning() {
        List<NewState> beginning = new ArrayList<>();
        Unit before = named.before();
        MultiPolygon drawn = (MultiPolygon) Objects.requireNonNull(look.geometry());
        beginning.add(before == null ? created(drawn) : continued(before, drawn, 0, parts()));
        for (Look.Cut cut : look.cuts()) {
            beginning.add(continued(cut.area(), cut.rest(), beginning.size(), List.of()));
        }
        return beginning;
    }

    private NewState created(MultiPolygon boundary) {
        NewUnit unit = unit(0, named.kind(), null, named.name(), named.fullName(), null, boundary);
        return new NewState(unit, Objects.requireNonNull(look.commune()).id(), parts());
    }

    /** What it got from areas that go on. */
    private List<NewState.Follows> parts() {
        return look.cuts().stream()
                .map(cut -> new NewState.Follows(cut.area().id(), NewState.PART))
                .toList();
    }

    private NewState continued(Unit before, MultiPolygon boundary, int number, List<NewState.Follows> parts) {
        NewUnit unit = unit(number, before.kind(), before.code(), before.name(), before.fullName(), before, boundary);
        List<NewState.Follows> follows = new ArrayList<>(parts);
        follows.add(0, new NewState.Follows(before.id(), "continued"));
        return new NewState(unit, Objects.requireNonNull(before.parentId()), follows);
    }

    private NewUnit unit(
            int number,
            UnitKind kind,
            @Nullable String code,
            String name,
            String fullName,
            @Nullable Unit before,
            MultiPolygon boundary) {
        LocalDate day = look.day();
        return new NewUnit(
                "drawing-" + id + "-" + number,
                UnitLevel.RESIDENTIAL_AREA,
                kind,
                code,
                name,
                fullName,
                null,
                new Validity(day, null),
                reason,
                null,
                List.of(),
                null,
                null,
                before == null ? null : before.households(),
                before == null ? null : before.householdsSource(),
                before == null ? List.of() : before.population(),
                false,
                null,
                boundary);
    }
}
