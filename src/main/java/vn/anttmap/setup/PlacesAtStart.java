package vn.anttmap.setup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import vn.anttmap.access.AccountView;
import vn.anttmap.problem.UserProblem;

/** Names the places of {@code anttmap.setup.places}, once: what an administrator says on the page is not overruled. */
@Component
class PlacesAtStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(PlacesAtStart.class);

    private final SetupSettings settings;
    private final Setup setup;

    PlacesAtStart(SetupSettings settings, Setup setup) {
        this.settings = settings;
        this.setup = setup;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.places().isEmpty() || !setup.needed()) {
            return;
        }
        try {
            setup.name(AccountView.service(), settings.places());
        } catch (UserProblem e) {
            throw new IllegalStateException(
                    "anttmap.setup.places: the list of July 2025 has no province or commune " + e.received(), e);
        }
        LOG.info("This installation is for the places {}.", settings.places());
    }
}
