package vn.anttmap.access;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** From where the present request comes, as far as wrong passwords are counted by it. */
final class ClientAddress {

    /** What one household or office has of IPv6 at least. */
    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /** Null outside of requests. */
    static @Nullable String ofRequest() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? counted(attributes.getRequest().getRemoteAddr())
                : null;
    }

    /**
     * The address of IPv4, or the first half of one of IPv6: whoever has one has all of its network.
     *
     * @param address in digits; no name is ever looked up
     * @return null for this machine itself, which is also a proxy that does not say for whom it asks
     */
    static @Nullable String counted(@Nullable String address) {
        if (address == null || !address.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%.*)?")) {
            return null;
        }
        try {
            InetAddress found = InetAddress.getByName(address);
            if (found.isLoopbackAddress()) {
                return null;
            }
            return found instanceof Inet4Address
                    ? found.getHostAddress()
                    : HexFormat.of().formatHex(found.getAddress(), 0, NETWORK_BYTES);
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
