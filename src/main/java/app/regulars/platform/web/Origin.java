package app.regulars.platform.web;

import com.vaadin.flow.server.VaadinRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** From where the work at hand was asked for. Only to be counted by its hash, never kept with a person. */
public final class Origin {

    private static final int HOUSEHOLD_BYTES = 8;

    private Origin() {
    }

    /** The network of the request or live page; empty for work that nobody asked for over the network. */
    public static String here() {
        var live = VaadinRequest.getCurrent();
        if (live != null && live.getRemoteAddr() != null) {
            return network(live.getRemoteAddr());
        }
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request && request.getRequest().getRemoteAddr() != null
                ? network(request.getRequest().getRemoteAddr()) : "";
    }

    /** An address itself; of IPv6 the first 64 bits, for whoever has one of those addresses has them all. */
    public static String network(String address) {
        try {
            return address.indexOf(':') >= 0 && InetAddress.getByName(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), HOUSEHOLD_BYTES)) : address;
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
