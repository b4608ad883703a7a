package vn.anttmap.ogcapi.tiles;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.density.Density;
import vn.anttmap.density.DensityLevel;
import vn.anttmap.density.DensityReport;
import vn.anttmap.density.PeriodQuestions;
import vn.anttmap.incident.FigureGuard;
import vn.anttmap.incident.IncidentCategories;
import vn.anttmap.incident.IncidentMap;
import vn.anttmap.ogcapi.tiles.TileCollection.Theme;
import vn.anttmap.ogcapi.tiles.TileKey.Subject;
import vn.anttmap.safety.SafetyAssessments;
import vn.anttmap.safety.SafetyYear;
import vn.anttmap.territory.TerritoryShapes;

/** Gives out tiles: asks for the right each time, then gives what is kept for accounts that see the same, or draws it. */
@Service
class Tiles {

    private final KeptTiles kept;
    private final TileChanges changes;
    private final AreaTiles areaTiles;
    private final PointTiles pointTiles;
    private final Density density;
    private final PeriodQuestions questions;
    private final SafetyAssessments assessments;
    private final IncidentCategories categories;
    private final IncidentMap incidents;
    private final FigureGuard guard;

    Tiles(
            KeptTiles kept,
            TileChanges changes,
            AreaTiles areaTiles,
            PointTiles pointTiles,
            Density density,
            PeriodQuestions questions,
            SafetyAssessments assessments,
            IncidentCategories categories,
            IncidentMap incidents,
            FigureGuard guard) {
        this.kept = kept;
        this.changes = changes;
        this.areaTiles = areaTiles;
        this.pointTiles = pointTiles;
        this.density = density;
        this.questions = questions;
        this.assessments = assessments;
        this.categories = categories;
        this.incidents = incidents;
        this.guard = guard;
    }

    /**
     * One tile for an account.
     *
     * @param asked what is asked for; its sight is worked out here
     * @throws vn.anttmap.problem.UserProblem where the account may not see the layer
     */
    Tile of(AccountView account, Subject asked, TileAddress address) {
        Subject subject = seenBy(account, asked);
        TileKey key = new TileKey(subject, address);
        changes.territory();
        if (subject.collection() == TileCollection.SECURITY_TEAMS) {
            changes.lookAtTeams();
        }
        Tile tile = kept.tile(key, () -> draw(account, key));
        if (!tile.shownIncidentIds().isEmpty()) {
            incidents.tell(account, tile.shownIncidentIds(), "tile");
        }
        return tile;
    }

    /** Requires the rights, and says what of it the account may see. */
    private Subject seenBy(AccountView account, Subject asked) {
        Sight sight =
                switch (asked.collection()) {
                    // Their lines are public; see TerritoryFeatures.
                    case PROVINCES -> Sight.PUBLIC;
                    case INCIDENTS -> {
                        account.require(Right.SEE_INCIDENT_POINTS);
                        yield ofIncidents(account, asked);
                    }
                    default -> {
                        account.require(Right.READ_MAP);
                        yield asked.theme() == Theme.DENSITY
                                ? ofIncidents(account, asked)
                                : Sight.of(account, Set.of(), false);
                    }
                };
        return asked.seenWith(sight);
    }

    private Sight ofIncidents(AccountView account, Subject asked) {
        account.require(Right.LIST_INCIDENTS);
        if (asked.category() != null || asked.severity() != null) {
            categories.checkFilter(account, asked.category(), asked.severity());
        }
        return Sight.of(account, categories.hiddenFrom(account), guard.guards(account));
    }

    private Tile draw(AccountView account, TileKey key) {
        return switch (key.subject().collection()) {
            case INCIDENTS -> pointTiles.incidents(account, key);
            case SECURITY_TEAMS -> pointTiles.teams(account, key);
            default -> {
                // Asked for here once more: what was called in question since must not be drawn from before.
                TerritoryShapes.View view = changes.territory();
                yield areaTiles.draw(view, key, figures(account, key.subject()));
            }
        };
    }

    private Figures figures(AccountView account, Subject subject) {
        return switch (subject.theme()) {
            case PLAIN -> Figures.none(Objects.requireNonNull(subject.day()));
            case DENSITY -> kept.figures(subject, () -> densities(account, subject));
            case STATUS -> kept.figures(subject, () -> statuses(account, subject));
        };
    }

    private Figures densities(AccountView account, Subject subject) {
        DensityReport report = density.report(
                account,
                DensityLevel.ofKey(subject.collection().key()),
                questions.of(
                        account,
                        Objects.requireNonNull(subject.from()),
                        Objects.requireNonNull(subject.to()),
                        subject.category(),
                        subject.severity(),
                        subject.day(),
                        null),
                Locale.ROOT);
        return Figures.ofDensity(report.boundaryDay(), report.from(), report.to(), report.areas());
    }

    private Figures statuses(AccountView account, Subject subject) {
        SafetyYear year = assessments.statuses(account, subject.year(), subject.day(), Locale.ROOT);
        return Figures.ofStatus(year.boundaryDay(), year.areas());
    }
}
