package dev.kioskguard.adapter.xfs.device;

import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.Lights.Light;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A logical service and what the terminal adds: its wiring ({@code xfs:SIU1?statusInService=13&statusSupervisor=14}),
 * and whether other applications have to be kept away ({@code xfs:IDCARD1?exclusive=1}).
 *
 * @param ports by the XFS4IoT name of a light, the guidance light that the terminal has for it; {@code exclusive}
 */
record ServiceAddress(String service, Map<String, Integer> ports) {

    private static final Pattern ADDRESS =
            Pattern.compile("([ -~&&[^?]]{1,64})(?:\\?([A-Za-z]+=[0-9]{1,2}(?:&[A-Za-z]+=[0-9]{1,2})*))?");

    private static final String EXCLUSIVE = "exclusive";

    private static final List<String> OPTIONS = Stream.concat(
                    Stream.of(EXCLUSIVE), Arrays.stream(Light.values()).map(LightsDriver::word))
            .toList();

    static ServiceAddress of(DeviceAddress address) {
        var parts = ADDRESS.matcher(address.rest());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no XFS address; write xfs: and the name of a logical service, such as xfs:IDCARD1"
                            .formatted(address));
        }
        String options = parts.group(2);
        return new ServiceAddress(parts.group(1), options == null ? Map.of() : read(address, options));
    }

    private static Map<String, Integer> read(DeviceAddress address, String options) {
        Map<String, Integer> read = Arrays.stream(options.split("&", -1))
                .map(option -> option.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Integer.valueOf(pair[1]), (first, again) -> again));
        read.keySet().stream()
                .filter(word -> !OPTIONS.contains(word))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException("'%s' has an option %s that nothing knows; write one of %s"
                            .formatted(address, unknown, String.join(", ", OPTIONS)));
                });
        return read;
    }

    /** Returns whether the service is to be locked while it works for the guard. */
    boolean isExclusive() {
        return ports.getOrDefault(EXCLUSIVE, 0) != 0;
    }

    OptionalInt port(String name) {
        Integer port = ports.get(name);
        return port == null ? OptionalInt.empty() : OptionalInt.of(port);
    }
}
