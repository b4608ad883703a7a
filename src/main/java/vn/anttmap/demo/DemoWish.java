package vn.anttmap.demo;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.anttmap.node.Installation;

/** What was asked for with {@code anttmap.demo} and {@code anttmap.demo-remove}, and what that means here. */
@Component
public class DemoWish {

    private final @Nullable Boolean asked;
    private final boolean removal;
    private final Installation installation;

    DemoWish(
            @Value("${anttmap.demo:#{null}}") @Nullable Boolean asked,
            @Value("${anttmap.demo-remove:false}") boolean removal,
            Installation installation) {
        this.asked = asked;
        this.removal = removal;
        this.installation = installation;
    }

    /** Whether this start loads the demonstration: asked for, or an embedded database that is new. */
    public boolean loads() {
        return installation.fresh() && !removal && (asked != null ? asked : installation.embedded());
    }

    boolean refusesDemo() {
        return Boolean.FALSE.equals(asked);
    }

    boolean removes() {
        return removal;
    }
}
