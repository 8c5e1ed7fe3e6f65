package dev.kioskguard.sim.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON call before it is made.
 *
 * @param timeout wall time until the answer must be there
 */
public record Call(String method, String path, @Nullable Object body, Map<String, String> headers, Duration timeout) {

    /** Long enough for every call that does not wait on purpose. */
    public static final Duration TIMEOUT = Duration.ofSeconds(10);

    public Call {
        headers = Map.copyOf(headers);
    }

    public static Call get(String path) {
        return new Call("GET", path, null, Map.of(), TIMEOUT);
    }

    public static Call post(String path, Object body) {
        return new Call("POST", path, body, Map.of(), TIMEOUT);
    }

    public static Call put(String path, Object body) {
        return new Call("PUT", path, body, Map.of(), TIMEOUT);
    }

    public static Call delete(String path) {
        return new Call("DELETE", path, null, Map.of(), TIMEOUT);
    }

    public Call within(Duration limit) {
        return new Call(method, path, body, headers, limit);
    }

    public Call with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(method, path, body, more, timeout);
    }

    /** Tells method and path; the body may hold personal facts and stays out. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
