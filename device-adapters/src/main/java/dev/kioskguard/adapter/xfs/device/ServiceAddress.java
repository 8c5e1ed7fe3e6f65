package dev.kioskguard.adapter.xfs.device;

import dev.kioskguard.device.DeviceAddress;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A logical service and what the terminal adds: its wiring ({@code xfs:SIU1?statusInService=13&statusSupervisor=14}),
 * and whether other applications have to be kept away ({@code xfs:IDCARD1?exclusive=1}).
 *
 * @param ports by the XFS4IoT name of a light, the guidance light that the terminal has for it; {@code exclusive}
 */
record ServiceAddress(String service, Map<String, Integer> ports) {

    private static final Pattern ADDRESS =
            Pattern.compile("([ -~&&[^?]]{1,64})(?:\\?([A-Za-z]+=[0-9]{1,2}(?:&[A-Za-z]+=[0-9]{1,2})*))?");

    static ServiceAddress of(DeviceAddress address) {
        var parts = ADDRESS.matcher(address.rest());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no XFS address; write xfs: and the name of a logical service, such as xfs:IDCARD1"
                            .formatted(address));
        }
        String options = parts.group(2);
        return new ServiceAddress(
                parts.group(1),
                options == null
                        ? Map.of()
                        : Arrays.stream(options.split("&", -1))
                                .map(option -> option.split("=", 2))
                                .collect(Collectors.toMap(
                                        pair -> pair[0], pair -> Integer.valueOf(pair[1]), (first, again) -> again)));
    }

    /** Returns whether the service is to be locked while it works for the guard. */
    boolean isExclusive() {
        return ports.getOrDefault("exclusive", 0) != 0;
    }

    OptionalInt port(String name) {
        Integer port = ports.get(name);
        return port == null ? OptionalInt.empty() : OptionalInt.of(port);
    }
}
