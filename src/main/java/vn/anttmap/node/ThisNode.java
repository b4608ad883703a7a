package vn.anttmap.node;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What this node is called among several on one database: by setting, else machine and port. */
@Component
public class ThisNode {

    private static final int LONGEST = 120;

    private final String name;

    /** @param given name, or blank @param port part of the name where none is given */
    public ThisNode(@Value("${anttmap.node.name:}") String given, @Value("${server.port:8080}") String port) {
        String chosen = given.isBlank() ? machine() + ":" + port : given.strip();
        this.name = chosen.substring(0, Math.min(LONGEST, chosen.length()));
    }

    public String name() {
        return name;
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
