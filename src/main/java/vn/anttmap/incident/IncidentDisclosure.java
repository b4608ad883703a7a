package vn.anttmap.incident;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;

/** Tells when exact places or notes go out. Every read that answers with views calls it, in its own transaction. */
@Component
class IncidentDisclosure {

    private final ApplicationEventPublisher events;

    IncidentDisclosure(ApplicationEventPublisher events) {
        this.events = events;
    }

    /**
     * Publishes {@link IncidentsShown} where the views hold a place or a note; the views themselves say so, since they were
     * made for what the account may see.
     *
     * @param how where they are shown, such as {@code list}
     * @return the views
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<IncidentView> tell(AccountView account, List<IncidentView> views, String how) {
        boolean places = views.stream().anyMatch(view -> view.longitude() != null);
        boolean notes = views.stream().anyMatch(view -> view.note() != null);
        if (places || notes) {
            events.publishEvent(new IncidentsShown(
                    account, views.stream().map(IncidentView::id).distinct().toList(), places, notes, how));
        }
        return views;
    }
}
