package vn.anttmap.density;

import java.util.Arrays;
import java.util.function.Predicate;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.UnitKind;
import vn.anttmap.territory.UnitLevel;

/** What density is asked for. */
public enum DensityLevel {
    COMMUNES("communes", UnitLevel.COMMUNE, kind -> true),
    RESIDENTIAL_AREAS("residential-areas", UnitLevel.RESIDENTIAL_AREA, kind -> true),
    VILLAGES("villages", UnitLevel.RESIDENTIAL_AREA, UnitKind::village),
    RESIDENTIAL_BLOCKS("residential-blocks", UnitLevel.RESIDENTIAL_AREA, UnitKind::block),
    ROAD_SEGMENTS("road-segments", UnitLevel.RESIDENTIAL_AREA, kind -> false);

    private final String key;
    private final UnitLevel unitLevel;
    private final Predicate<UnitKind> kinds;

    DensityLevel(String key, UnitLevel unitLevel, Predicate<UnitKind> kinds) {
        this.key = key;
        this.unitLevel = unitLevel;
        this.kinds = kinds;
    }

    public String key() {
        return key;
    }

    UnitLevel unitLevel() {
        return unitLevel;
    }

    boolean includes(UnitKind kind) {
        return kinds.test(kind);
    }

    /** @throws UserProblem naming the known levels */
    public static DensityLevel ofKey(String key) {
        return Arrays.stream(values())
                .filter(level -> level.key.equals(key))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.NOT_FOUND,
                                "level-unknown",
                                String.join(
                                        ", ",
                                        Arrays.stream(values())
                                                .map(DensityLevel::key)
                                                .toList()))
                        .at("level", key));
    }
}
