package vn.anttmap.density.hotspot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Service;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.density.DensityLevel;
import vn.anttmap.density.Rates;
import vn.anttmap.density.grid.GridDensity;
import vn.anttmap.density.grid.GridShape;
import vn.anttmap.density.statistics.LocalMoran;
import vn.anttmap.density.statistics.LocalTest;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** Hot spots of a period. It refuses, with the reason, where there is too little to say anything. */
@Service
public class HotSpots {

    /** Of fewer areas no result would survive the correction: not even the rarest hand of neighbours is rare enough. */
    static final int FEWEST_AREAS = 10;

    /** As ArcGIS wants for its hot spot analysis; with fewer the result is marked. */
    static final int ENOUGH_AREAS = 30;

    static final int ENOUGH_INCIDENTS = 60;

    private static final Map<String, GridShape> GRIDS =
            Map.of("hexagons", GridShape.HEXAGON, "squares", GridShape.SQUARE);

    private final AreaSamples areas;
    private final GridSamples grids;
    private final HotSpotTexts texts;

    HotSpots(AreaSamples areas, GridSamples grids, HotSpotTexts texts) {
        this.areas = areas;
        this.grids = grids;
        this.texts = texts;
    }

    /**
     * @param level a level of density without the roads, or {@code hexagons}, {@code squares}
     * @param sizeM of a grid's cells; null for the usual size
     * @throws UserProblem of kind NOT_FOUND for another level; FORBIDDEN for a grid without the right to exact places;
     *     UNPROCESSABLE where the register covers nothing, or data are too few or all alike
     */
    public HotSpotReport report(
            AccountView account,
            String level,
            @Nullable Integer sizeM,
            IncidentCounts.Question question,
            HotSpotSettings settings,
            Locale locale) {
        return report(account, level, sizeM, question, settings, locale, new HashMap<>());
    }

    /** @param boundaries as {@link AreaSamples#of} */
    HotSpotReport report(
            AccountView account,
            String level,
            @Nullable Integer sizeM,
            IncidentCounts.Question question,
            HotSpotSettings settings,
            Locale locale,
            Map<Long, Geometry> boundaries) {
        account.require(Right.READ_MAP);
        HotSpotSample sample = sample(account, level, sizeM, question, settings, locale, boundaries);
        check(sample, question);
        HotSpotSample.Neighbours neighbours = sample.neighbourhood().find(settings);
        int permutations =
                Integer.valueOf(0).equals(settings.permutations()) ? 0 : settings.permutationsFor(neighbours.weights());
        LocalTest test = LocalTest.of(
                settings.method(),
                sample.values(),
                neighbours.weights(),
                permutations,
                settings.seed(),
                settings.falseDiscovery());
        int judged = test.figures().judgedCount();
        if (judged < FEWEST_AREAS) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "hotspot-too-few-neighbours", judged, FEWEST_AREAS);
        }
        HotSpotReport.Settings used = new HotSpotReport.Settings(
                HotSpotSettings.key(settings.method()),
                HotSpotSettings.key(settings.weights()),
                neighbours.distanceM(),
                settings.weights() == HotSpotSettings.WeightKind.NEAREST ? settings.neighbours() : null,
                permutations,
                settings.seed(),
                settings.falseDiscovery() ? "fdr" : "none",
                HotSpotSettings.key(sample.basis()),
                sample.sizeM(),
                settings.confidence());
        HotSpotReport.Sample size = new HotSpotReport.Sample(
                sample.members().size(),
                judged,
                neighbours.weights().islands(),
                neighbours.weights().meanNeighbours(),
                sample.incidents());
        Map<HotSpotClass, Integer> classes = classes(settings, test);
        Map<String, Integer> byKey = new LinkedHashMap<>();
        classes.forEach((one, count) -> byKey.put(one.key(), count));
        return new HotSpotReport(
                sample.level(),
                question.from(),
                question.to(),
                Rates.days(question.from(), question.to()),
                Rates.years(question.from(), question.to()),
                question.boundaryDay(),
                used,
                size,
                sample.total(),
                sample.notCounted(),
                sample.restrictedExcluded(),
                sample.leftOut(),
                sample.partialCells(),
                warnings(size, used),
                byKey,
                texts.summary(sample.level(), settings, size, classes, locale),
                texts.method(sample.level(), settings.method(), used, size, locale),
                describe(sample, neighbours, test, settings.confidence(), locale));
    }

    private HotSpotSample sample(
            AccountView account,
            String level,
            @Nullable Integer sizeM,
            IncidentCounts.Question question,
            HotSpotSettings settings,
            Locale locale,
            Map<Long, Geometry> boundaries) {
        GridShape shape = GRIDS.get(level);
        if (shape != null) {
            int size = sizeM == null ? GridDensity.USUAL_SIZE_M : sizeM;
            return grids.of(account, level, shape, size, question, settings);
        }
        DensityLevel found = Arrays.stream(DensityLevel.values())
                .filter(one -> one != DensityLevel.ROAD_SEGMENTS && one.key().equals(level))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.NOT_FOUND,
                                "level-unknown",
                                "residential-areas, villages, residential-blocks, communes, hexagons, squares")
                        .at("level", level));
        return areas.of(account, found, question, settings, locale, boundaries);
    }

    private static void check(HotSpotSample sample, IncidentCounts.Question question) {
        int members = sample.members().size();
        if (members == 0) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "hotspot-not-covered", question.from(), question.to());
        }
        if (members < FEWEST_AREAS) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "hotspot-too-few-areas", members, FEWEST_AREAS)
                    .with("leftOut", sample.leftOut());
        }
        if (sample.incidents() < Rates.FEWEST_FOR_A_STABLE_RATE) {
            throw UserProblem.of(
                    Kind.UNPROCESSABLE,
                    "hotspot-too-few-incidents",
                    sample.incidents(),
                    Rates.FEWEST_FOR_A_STABLE_RATE);
        }
        double[] values = sample.values();
        if (Arrays.stream(values).allMatch(value -> value == values[0])) {
            throw UserProblem.of(Kind.UNPROCESSABLE, "hotspot-all-alike", members);
        }
    }

    private static List<String> warnings(HotSpotReport.Sample sample, HotSpotReport.Settings used) {
        List<String> warnings = new ArrayList<>();
        if (sample.judged() < ENOUGH_AREAS) {
            warnings.add("few-areas");
        }
        if (sample.incidents() < ENOUGH_INCIDENTS) {
            warnings.add("few-incidents");
        }
        // The smallest p-value there can be, for a tenth of the areas, must come below the weakest limit.
        if (used.permutations() > 0 && used.correction().equals("fdr") && 2.0 / (used.permutations() + 1) * 10 > 0.10) {
            warnings.add("few-permutations");
        }
        return warnings;
    }

    private static Map<HotSpotClass, Integer> classes(HotSpotSettings settings, LocalTest test) {
        Map<HotSpotClass, Integer> classes = new LinkedHashMap<>();
        for (HotSpotClass one : HotSpotClass.values()) {
            if (one.belongsTo(settings.method())) {
                classes.put(one, 0);
            }
        }
        for (int i = 0; i < test.corrected().length; i++) {
            classes.merge(HotSpotClass.of(test, i, settings.confidence()), 1, Integer::sum);
        }
        return classes;
    }

    private List<HotSpotReport.Area> describe(
            HotSpotSample sample, HotSpotSample.Neighbours neighbours, LocalTest test, int confidence, Locale locale) {
        double mean = Arrays.stream(sample.values()).average().orElse(0);
        double[] permuted = test.permuted();
        LocalMoran.Quadrant[] quadrants = test.quadrants();
        List<HotSpotReport.Area> described = new ArrayList<>();
        for (int i = 0; i < sample.members().size(); i++) {
            HotSpotSample.Member member = sample.members().get(i);
            boolean judged = test.figures().judged()[i];
            HotSpotClass found = HotSpotClass.of(test, i, confidence);
            String verdict = texts.verdict(found, confidence, member.value() > mean, locale);
            described.add(new HotSpotReport.Area(
                    member.id(),
                    member.name(),
                    member.fullName(),
                    member.parentName(),
                    member.count(),
                    member.value(),
                    neighbours.weights().count(i),
                    judged ? test.figures().z()[i] : null,
                    judged ? test.analytic()[i] : null,
                    judged && permuted != null ? permuted[i] : null,
                    judged ? test.corrected()[i] : null,
                    found.key(),
                    quadrants == null || !judged
                            ? null
                            : HotSpotClass.valueOf(quadrants[i].name()).key(),
                    texts.area(member, verdict, locale),
                    verdict,
                    member.count() < Rates.FEWEST_FOR_A_STABLE_RATE,
                    member.outline()));
        }
        return described;
    }
}
