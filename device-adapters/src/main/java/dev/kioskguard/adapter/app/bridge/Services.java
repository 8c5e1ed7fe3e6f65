package dev.kioskguard.adapter.app.bridge;

import dev.kioskguard.app.config.Devices;
import dev.kioskguard.app.config.Devices.Place;
import dev.kioskguard.device.DeviceAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Which devices are bridged, as the engineer names them: {@code card-reader=IDCARD1}. */
final class Services {

    /** The file in the folder of the configuration. */
    static final String FILE = "xfs-bridge.yaml";

    private static final int FILE_BYTES_MAX = 64 * 1024;
    private static final String SCHEME = "xfs";

    private Services() {}

    /**
     * Reads services as options write them.
     *
     * @throws IllegalArgumentException with what to write instead
     */
    static Devices named(List<String> options) {
        Map<Place, DeviceAddress> addresses = new EnumMap<>(Place.class);
        for (String option : options) {
            int sign = option.indexOf('=');
            put(addresses, sign < 0 ? option : option.substring(0, sign), option.substring(sign + 1));
        }
        return new Devices(addresses);
    }

    /**
     * Reads the services of a configuration.
     *
     * @throws IllegalArgumentException with what is wrong where
     */
    static Devices configured(Path config) {
        Path file = config.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                throw new IllegalArgumentException(
                        "there is no %s; write it, or name each service by --service card-reader=IDCARD1"
                                .formatted(file));
            }
            if (Files.size(file) > FILE_BYTES_MAX) {
                throw new IllegalArgumentException("%s is larger than %d bytes".formatted(file, FILE_BYTES_MAX));
            }
            return read(file, Files.readString(file));
        } catch (IOException | JacksonException e) {
            throw new IllegalArgumentException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static Devices read(Path file, String text) {
        JsonNode services = YAMLMapper.builder().build().readTree(text).path("services");
        if (!services.isObject() || services.isEmpty()) {
            throw new IllegalArgumentException(file + " names no services; write 'services:' and, below it, two blanks"
                    + " and 'card-reader: IDCARD1'");
        }
        Map<Place, DeviceAddress> addresses = new EnumMap<>(Place.class);
        try {
            services.properties()
                    .forEach(service ->
                            put(addresses, service.getKey(), service.getValue().asString("")));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
        return new Devices(addresses);
    }

    private static void put(Map<Place, DeviceAddress> into, String word, String name) {
        Place place = Arrays.stream(Place.values())
                .filter(known -> known.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'%s' is no service; write one of %s, '=' and its logical name, such as card-reader=IDCARD1"
                                .formatted(word, places())));
        if (name.isBlank() || name.equals(word)) {
            throw new IllegalArgumentException("%s has no logical name; write %s=IDCARD1".formatted(word, word));
        }
        if (into.put(place, address(name)) != null) {
            throw new IllegalArgumentException(word + " is named twice");
        }
    }

    /** A bare name is one of the XFS manager's; an address of any other driver may stand in its place. */
    private static DeviceAddress address(String name) {
        return name.contains(":") ? DeviceAddress.of(name) : DeviceAddress.of(SCHEME + ":" + name);
    }

    private static String places() {
        return Arrays.stream(Place.values()).map(Place::word).collect(Collectors.joining(", "));
    }

    /** Returns services as options write them, for a process that is told what another has read. */
    static List<String> written(Devices devices) {
        return devices.addresses().entrySet().stream()
                .map(each -> "--service=%s=%s".formatted(each.getKey().word(), each.getValue()))
                .sorted()
                .toList();
    }
}
