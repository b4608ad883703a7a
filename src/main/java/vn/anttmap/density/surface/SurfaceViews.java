package vn.anttmap.density.surface;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.anttmap.density.Rates;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.Unit;

/** Says what a surface is. */
@Component
class SurfaceViews {

    private final MessageSource messages;
    private final SurfaceSentence sentences;

    SurfaceViews(MessageSource messages, SurfaceSentence sentences) {
        this.messages = messages;
        this.sentences = sentences;
    }

    SurfaceView of(Surface surface, Locale locale) {
        IncidentCounts.Question question = surface.question();
        MetricGrid grid = surface.grid();
        SurfacePicture picture = new SurfacePicture(surface);
        double years = Rates.years(question.from(), question.to());
        Ground within = question.within();
        SurfaceClasses classes = surface.classes();
        return new SurfaceView(
                surface.fromPoints() ? "points" : "residential-areas",
                question.from(),
                question.to(),
                Rates.days(question.from(), question.to()),
                years,
                question.boundaryDay(),
                within == null ? null : within.unit().ref(),
                surface.settings().kernel().key(),
                surface.settings().correction().key(),
                surface.bandwidth().meters(),
                surface.bandwidth().rule(),
                surface.bandwidth().limited(),
                surface.settings().kernel().reachM(surface.bandwidth().meters()),
                grid.system().code(),
                grid.cellSizeM(),
                grid.columns(),
                grid.rows(),
                List.of(grid.westM(), grid.southM(), grid.eastM(), grid.northM()),
                Arrays.stream(picture.bounds().toArray()).boxed().toList(),
                new SurfaceView.Picture(picture.width(), picture.height()),
                surface.maximum(),
                surface.mass(years),
                surface.used(),
                surface.total(),
                new SurfaceView.LeftOut(surface.tooInexact(), surface.outside()),
                surface.restrictedExcluded(),
                surface.areas(),
                surface.uncovered().stream().map(Unit::ref).toList(),
                classes.breaks(),
                classes.list().stream().map(each -> view(each, locale)).toList(),
                sentences.of(surface, locale));
    }

    private SurfaceView.SurfaceClassView view(SurfaceClasses.SurfaceClass each, Locale locale) {
        Double to = each.to();
        String from = SurfaceClasses.number(each.from(), locale);
        String label = to == null
                ? messages.getMessage("label.surface.above", new Object[] {from}, locale)
                : messages.getMessage(
                        "label.surface.between", new Object[] {from, SurfaceClasses.number(to, locale)}, locale);
        return new SurfaceView.SurfaceClassView(each.from(), to, each.colour(), label);
    }
}
