package vn.anttmap.access;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;

/** Tells of sign-outs in the words of this module. */
@Component
class SignOuts {

    private final ApplicationEventPublisher events;

    SignOuts(ApplicationEventPublisher events) {
        this.events = events;
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedInUser user) {
            events.publishEvent(new SignedOut(user.getUsername(), user.role()));
        }
    }
}
