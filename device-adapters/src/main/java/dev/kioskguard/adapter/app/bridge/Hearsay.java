package dev.kioskguard.adapter.app.bridge;

import dev.kioskguard.app.config.Devices;
import dev.kioskguard.app.wiring.OpenDevices;
import dev.kioskguard.device.Device;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.DeviceStatus.State;
import dev.kioskguard.device.Failures;
import dev.kioskguard.device.Survey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What an engineer beside the terminal is told of bridged devices, a line each: what is wrong with one, once, and that
 * it is over. Thread-safe.
 */
final class Hearsay {

    private static final Duration SURVEY_MAX = Duration.ofSeconds(10);

    private final Consumer<String> line;
    private final Map<DeviceAddress, String> told = new HashMap<>();

    Hearsay(Consumer<String> line) {
        this.line = line;
    }

    /** Says, once it is known, which devices are not where they were named. */
    void lookFor(Devices named, OpenDevices open) {
        named.addresses().forEach((place, address) -> {
            var unused = open.provider(address)
                    .survey(address, SURVEY_MAX)
                    .thenAccept(found -> open.at(place, Device.class)
                            .filter(device -> !isOfAKind(device, found))
                            .ifPresent(device ->
                                    line.accept("%s is no %s; name another service".formatted(address, place.word()))))
                    .exceptionally(failure -> {
                        line.accept("%s (%s): %s".formatted(address, place.word(), reason(failure)));
                        return null;
                    });
        });
    }

    private static boolean isOfAKind(Device device, Survey found) {
        return found.kinds().isEmpty() || found.kinds().stream().anyMatch(kind -> kind.isInstance(device));
    }

    private static String reason(Throwable failure) {
        return String.valueOf(Failures.unwrapped(failure).getMessage());
    }

    /** A device has told how it is. */
    void heard(DeviceAddress address, DeviceStatus status) {
        if (status.state() == State.STARTING) {
            return; // what was said of it still holds
        }
        String word = status.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String now = status.detail().isEmpty() ? word : word + ": " + status.detail();
        if (isNews(address, now, status.isOnline())) {
            line.accept(address + " is " + now);
        }
    }

    /** That all is well from the beginning is no news. */
    private synchronized boolean isNews(DeviceAddress address, String now, boolean well) {
        String before = told.put(address, now);
        return before == null ? !well : !before.equals(now);
    }
}
