package vn.anttmap.demo;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.anttmap.node.Installation;

/** Tells whoever started the service where it is and, in a demonstration, how to get in. */
@Component
class DemoAnnouncement {

    private final Installation installation;

    DemoAnnouncement(Installation installation) {
        this.installation = installation;
    }

    @EventListener
    void announce(ApplicationReadyEvent event) {
        if (!(event.getApplicationContext() instanceof ServletWebServerApplicationContext context)
                || context.getWebServer() == null) {
            return;
        }
        boolean https = Boolean.parseBoolean(context.getEnvironment().getProperty("server.ssl.enabled", "false"))
                || context.getEnvironment().containsProperty("server.ssl.key-store")
                || context.getEnvironment().containsProperty("server.ssl.certificate");
        System.out.println();
        System.out.println("  ANTT Map: " + (https ? "https" : "http") + "://localhost:"
                + context.getWebServer().getPort() + "/");
        if (installation.demo()) {
            System.out.println("  Demonstration accounts (the name is the password):");
            System.out.println("    leader            browses both places");
            System.out.println("    officer           marks incidents in thị trấn Quán Lào and what followed it");
            System.out.println("    officer-tra-linh  marks incidents in huyện Trà Lĩnh");
            System.out.println("    planner           exports shapefiles of both places");
            System.out.println("    admin             runs the service");
        }
        System.out.println();
    }
}
