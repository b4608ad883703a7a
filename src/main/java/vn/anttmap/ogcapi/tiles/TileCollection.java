package vn.anttmap.ogcapi.tiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.UnitKind;
import vn.anttmap.territory.UnitLevel;

/** What there are tiles of. */
enum TileCollection {
    PROVINCES(UnitLevel.PROVINCE, kind -> true, "Tỉnh, thành phố", "Provinces"),
    DISTRICTS(UnitLevel.DISTRICT, kind -> true, "Huyện", "Districts"),
    COMMUNES(UnitLevel.COMMUNE, kind -> true, "Xã, phường, thị trấn, đặc khu", "Communes"),
    RESIDENTIAL_AREAS(UnitLevel.RESIDENTIAL_AREA, kind -> true, "Khu dân cư", "Residential areas"),
    VILLAGES(UnitLevel.RESIDENTIAL_AREA, UnitKind::village, "Thôn, xóm, bản, làng", "Villages"),
    RESIDENTIAL_BLOCKS(
            UnitLevel.RESIDENTIAL_AREA, UnitKind::block, "Tổ dân phố, khu phố, khối phố", "Residential blocks"),
    ROAD_SEGMENTS(null, kind -> false, "Đoạn đường tự quản", "Self-managed road segments"),
    INCIDENTS(null, kind -> false, "Vụ việc", "Incidents"),
    SECURITY_TEAMS(null, kind -> false, "Tổ bảo vệ ANTT", "Security teams");

    /** What is told of each area besides its name. */
    enum Theme {
        PLAIN,
        DENSITY,
        STATUS;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final @Nullable UnitLevel level;
    private final Predicate<UnitKind> kinds;
    private final String vietnamese;
    private final String english;

    TileCollection(@Nullable UnitLevel level, Predicate<UnitKind> kinds, String vietnamese, String english) {
        this.level = level;
        this.kinds = kinds;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    String key() {
        return key;
    }

    String title(Locale locale) {
        return "en".equals(locale.getLanguage()) ? english : vietnamese;
    }

    /** The level of its areas; null where it has none. */
    @Nullable UnitLevel level() {
        return level;
    }

    boolean points() {
        return this == INCIDENTS || this == SECURITY_TEAMS;
    }

    boolean includes(UnitKind kind) {
        return kinds.test(kind);
    }

    boolean has(Theme theme) {
        return switch (theme) {
            case PLAIN -> true;
            case DENSITY -> level == UnitLevel.COMMUNE || level == UnitLevel.RESIDENTIAL_AREA || this == ROAD_SEGMENTS;
            case STATUS -> level == UnitLevel.COMMUNE || level == UnitLevel.RESIDENTIAL_AREA;
        };
    }

    /**
     * Levels to draw at a zoom, from the one to be tried first to the last resort; null stands for the collection's own
     * features. Where the features would be too many for anybody to make out, the units above stand for them, with totals.
     */
    List<@Nullable UnitLevel> detail(int zoom) {
        List<@Nullable UnitLevel> all = new ArrayList<>();
        if (this == ROAD_SEGMENTS || level == UnitLevel.RESIDENTIAL_AREA) {
            int own = this == ROAD_SEGMENTS ? 10 : 11;
            if (zoom >= own) {
                all.add(null);
            }
            if (zoom >= 7) {
                all.add(UnitLevel.COMMUNE);
            }
            all.add(UnitLevel.PROVINCE);
        } else if (level == UnitLevel.PROVINCE) {
            all.add(null);
        } else {
            if (zoom >= (level == UnitLevel.COMMUNE ? 6 : 5)) {
                all.add(null);
            }
            all.add(UnitLevel.PROVINCE);
        }
        return all;
    }

    /** @throws UserProblem of kind NOT_FOUND naming those that there are */
    static TileCollection ofKey(String key, Theme theme) {
        return Arrays.stream(values())
                .filter(collection -> collection.key().equals(key) && collection.has(theme))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.NOT_FOUND,
                                "collection-unknown",
                                Arrays.stream(values())
                                        .filter(collection -> collection.has(theme))
                                        .map(TileCollection::key)
                                        .collect(Collectors.joining(", ")))
                        .at("collectionId", key));
    }
}
