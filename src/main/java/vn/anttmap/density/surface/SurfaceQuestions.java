package vn.anttmap.density.surface;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.density.PeriodQuestions;
import vn.anttmap.incident.IncidentCounts;
import vn.anttmap.problem.UserProblem;

/** Makes the surface that a request asks for, whichever form the answer takes. */
@Component
public class SurfaceQuestions {

    private final DensitySurfaces surfaces;
    private final PeriodQuestions questions;

    SurfaceQuestions(DensitySurfaces surfaces, PeriodQuestions questions) {
        this.surfaces = surfaces;
        this.questions = questions;
    }

    /** @throws UserProblem if a parameter does not fit, or there is no such surface */
    public Surface surface(AccountView account, LocalDate from, LocalDate to, SurfaceQuery query) {
        IncidentCounts.Question question = questions.of(
                account, from, to, query.category(), query.severity(), query.boundaryDay(), query.within());
        return surfaces.of(account, question, query.settings());
    }
}
