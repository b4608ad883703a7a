package vn.anttmap.status;

import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether others on the way to the database can read or pretend to be it. */
final class DatabaseLink {

    private static final Pattern ADDRESS = Pattern.compile("jdbc:postgresql://([^/?]*)(?:/[^?]*)?(?:\\?(.*))?");
    private static final Pattern MODE = Pattern.compile("(?:^|&)sslmode=([^&]*)");
    private static final Set<String> HERE = Set.of("", "localhost", "127.0.0.1", "[::1]");

    /** In the others the driver takes any certificate, or goes on without. */
    private static final Set<String> VERIFIED = Set.of("verify-full", "verify-ca");

    private DatabaseLink() {}

    /**
     * @param url of JDBC, with one server or several
     * @param properties of the driver that are set beside it
     * @return whether it leads to another machine whose certificate nobody looks at
     */
    static boolean isUnverified(String url, Properties properties) {
        Matcher address = ADDRESS.matcher(url);
        if (!address.matches()) {
            return false;
        }
        boolean elsewhere = false;
        for (String server : address.group(1).split(",")) {
            elsewhere |= !HERE.contains(server.replaceAll(":\\d*$", "").toLowerCase(Locale.ROOT));
        }
        Matcher mode = MODE.matcher(address.group(2) == null ? "" : address.group(2));
        String set = mode.find() ? mode.group(1) : properties.getProperty("sslmode", "prefer");
        return elsewhere && !VERIFIED.contains(set);
    }
}
