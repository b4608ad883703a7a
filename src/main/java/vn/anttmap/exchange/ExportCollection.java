package vn.anttmap.exchange;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.anttmap.density.DensityLevel;
import vn.anttmap.density.grid.GridShape;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.UnitKind;
import vn.anttmap.territory.UnitLevel;

/** The layers that can be exported. */
enum ExportCollection {
    PROVINCES("provinces", "Tỉnh, thành phố", UnitLevel.PROVINCE, null),
    DISTRICTS("districts", "Huyện", UnitLevel.DISTRICT, null),
    COMMUNES("communes", "Xã, phường, thị trấn", UnitLevel.COMMUNE, DensityLevel.COMMUNES),
    RESIDENTIAL_AREAS("residential-areas", "Khu dân cư", UnitLevel.RESIDENTIAL_AREA, DensityLevel.RESIDENTIAL_AREAS),
    VILLAGES("villages", "Thôn, xóm, bản, làng", UnitLevel.RESIDENTIAL_AREA, DensityLevel.VILLAGES),
    RESIDENTIAL_BLOCKS(
            "residential-blocks",
            "Tổ dân phố, khu phố, khối phố",
            UnitLevel.RESIDENTIAL_AREA,
            DensityLevel.RESIDENTIAL_BLOCKS),
    ROAD_SEGMENTS("road-segments", "Đoạn đường tự quản", null, DensityLevel.ROAD_SEGMENTS),
    SECURITY_TEAMS("security-teams", "Tổ bảo vệ an ninh, trật tự và lực lượng nòng cốt", null, null),
    INCIDENTS("incidents", "Vụ việc", null, null),
    HEXAGONS("hexagons", "Ô lục giác", null, null),
    SQUARES("squares", "Ô vuông", null, null);

    private final String id;
    private final String title;
    private final @Nullable UnitLevel unitLevel;
    private final @Nullable DensityLevel densityLevel;

    ExportCollection(String id, String title, @Nullable UnitLevel unitLevel, @Nullable DensityLevel densityLevel) {
        this.id = id;
        this.title = title;
        this.unitLevel = unitLevel;
        this.densityLevel = densityLevel;
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    /** Null for what is no unit. */
    @Nullable UnitLevel unitLevel() {
        return unitLevel;
    }

    /** Null for what has no density. */
    @Nullable DensityLevel densityLevel() {
        return densityLevel;
    }

    /** Null for what is no grid. */
    @Nullable GridShape grid() {
        return switch (this) {
            case HEXAGONS -> GridShape.HEXAGON;
            case SQUARES -> GridShape.SQUARE;
            default -> null;
        };
    }

    boolean includes(UnitKind kind) {
        return switch (this) {
            case VILLAGES -> kind.village();
            case RESIDENTIAL_BLOCKS -> kind.block();
            default -> true;
        };
    }

    /** @throws UserProblem naming the known collections */
    static ExportCollection ofId(String id) {
        return Arrays.stream(values())
                .filter(collection -> collection.id.equals(id))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.NOT_FOUND,
                                "collection-unknown",
                                Arrays.stream(values())
                                        .map(ExportCollection::id)
                                        .collect(Collectors.joining(", ")))
                        .at("collectionId", id));
    }
}
