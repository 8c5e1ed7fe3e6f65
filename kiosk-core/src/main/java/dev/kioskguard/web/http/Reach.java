package dev.kioskguard.web.http;

import dev.kioskguard.web.http.tls.ServerIdentity;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From where a listener can be reached: from this machine in the clear, from anywhere else under TLS only.
 *
 * @param address the IP address to listen on
 * @param name by which it is called from outside: a host name, or the address
 * @param identity what it shows under TLS; null for none, which is for loopback alone
 */
public record Reach(String address, String name, @Nullable ServerIdentity identity) {

    public static final Reach LOOPBACK = new Reach("127.0.0.1", "127.0.0.1", null);

    /** The name that every browser knows a loopback listener by. */
    private static final String LOOPBACK_NAME = "localhost";

    private static final String ADDRESS_FORM = "[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*";

    /** Names under which a browser on this machine may reach a loopback listener. */
    private static final Set<String> LOOPBACK_NAMES = Set.of(LOOPBACK_NAME, "127.0.0.1", "[::1]");

    public Reach {
        if (identity == null && !isLoopback(address)) {
            throw new IllegalArgumentException("a listener off loopback speaks TLS; give it a certificate");
        }
    }

    /** Returns whether an IP address is one of this machine's own, which nobody else can reach. */
    public static boolean isLoopback(String address) {
        return literal(address).isLoopbackAddress();
    }

    /** Returns whether an IP address stands for every address of the machine, so that it names none. */
    public static boolean isWildcard(String address) {
        return literal(address).isAnyLocalAddress();
    }

    /** Nobody is asked what an address means: a name in its place is refused. */
    private static InetAddress literal(String address) {
        if (!address.matches(ADDRESS_FORM)) {
            throw new IllegalArgumentException("an IP address is wanted, such as 192.168.1.20");
        }
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException malformed) {
            throw new IllegalArgumentException("an IP address is wanted, such as 192.168.1.20", malformed);
        }
    }

    /** Returns the names and addresses that a certificate for this must bear. */
    public static List<String> hosts(String address, String name) {
        return Stream.of(name, address)
                .filter(host -> host.equals(name) || !isWildcard(host))
                .distinct()
                .toList();
    }

    String scheme() {
        return identity == null ? "http" : "https";
    }

    /** Returns the values of {@code Host} that mean this listener. */
    Set<String> authorities(int port) {
        Stream<String> names = identity == null
                ? LOOPBACK_NAMES.stream()
                : hosts(address, name).stream().map(Reach::inUri);
        return names.map(host -> (host + ":" + port).toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    URI uri(int port) {
        return URI.create(scheme() + "://" + inUri(name) + ":" + port + "/");
    }

    /** Returns the origin of its pages by a host name, of which some of what browsers do makes a condition. */
    Optional<URI> named(int port) {
        String host = identity == null ? LOOPBACK_NAME : name.toLowerCase(Locale.ROOT);
        return host.matches(ADDRESS_FORM)
                ? Optional.empty()
                : Optional.of(URI.create(scheme() + "://" + host + ":" + port));
    }

    private static String inUri(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
