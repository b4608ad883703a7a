package vn.anttmap.exchange.territoryimport;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.springframework.context.MessageSource;
import vn.anttmap.exchange.territoryimport.LookView.AreaView;
import vn.anttmap.exchange.territoryimport.LookView.EffectView;
import vn.anttmap.exchange.territoryimport.LookView.RepairView;
import vn.anttmap.exchange.territoryimport.LookView.Words;
import vn.anttmap.geo.GeodesicMeasure;
import vn.anttmap.territory.Unit;

/** What a file of roads says and what would become of it. */
record RoadLook(
        UUID id,
        Unit unit,
        String format,
        TextGuess text,
        SystemGuess system,
        List<Geometry> outlines,
        ColumnGuess columns,
        List<RoadDraft> roads,
        int changes,
        CountEffect.Effect effect)
        implements ImportedLayer.Shown {

    @Override
    public LookView view(MessageSource messages, Locale locale) {
        Words words = new Words(messages, locale);
        return new LookView(
                id,
                unit.ref(),
                format,
                changes,
                effect.moving(),
                new EffectView(effect.areas(), effect.moves()),
                roads.stream().collect(Collectors.groupingBy(road -> LookView.key(road.status), Collectors.counting())),
                LookView.text(text),
                LookView.system(system, outlines, words),
                LookView.columns(columns),
                0,
                roads.stream().map(road -> road(road, words)).toList(),
                List.of());
    }

    /** Of a line, before and after of a repair are metres. */
    private static AreaView road(RoadDraft road, Words words) {
        return new AreaView(
                road.number,
                LookView.key(road.status),
                road.words.name(),
                road.before == null ? null : road.before.name(),
                road.commune == null ? null : road.commune.fullName(),
                road.differences,
                null,
                road.course == null ? null : GeodesicMeasure.lengthKm(road.course),
                List.of(),
                road.repairs.stream()
                        .map(step -> new RepairView(
                                words.say("rule." + step.rule()), step.areaBeforeSqM(), step.areaAfterSqM()))
                        .toList(),
                LookView.issues(road.issues, words),
                LookView.json(road.course));
    }
}
