package dev.kioskguard.app.doctor;

import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.CardReader.CardPlace;
import dev.kioskguard.device.Device;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.Sensors;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How a device says that it is, once it has had time to say so. */
final class Readiness {

    /** How long a device may take to come online. */
    static final Duration SETTLE = Duration.ofSeconds(10);

    private Readiness() {}

    static Outcome of(Device device) throws InterruptedException, ExecutionException {
        return judged(device, settled(device));
    }

    /** Waits for a word that lasts; what is on its way, or tried again, may still come. */
    private static DeviceStatus settled(Device device) throws InterruptedException, ExecutionException {
        var settled = new CompletableFuture<DeviceStatus>();
        device.onStatus(status -> {
            if (KindSearch.isAnswer(status)) {
                settled.complete(status);
            }
        });
        try {
            return settled.get(SETTLE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return device.status();
        }
    }

    private static Outcome judged(Device device, DeviceStatus status) {
        String state = words(status.state());
        if (!status.isOnline()) {
            return Outcome.fail(status.detail().isEmpty() ? state : state + ": " + status.detail());
        }
        if (!status.detail().isEmpty()) {
            return Outcome.warn(state + ": " + status.detail());
        }
        if (device instanceof CardReader reader) {
            return card(reader.place());
        }
        if (device instanceof Sensors sensors) {
            String now = sensors.active().isEmpty()
                    ? "nothing"
                    : String.join(
                            ", ",
                            sensors.active().stream()
                                    .map(Readiness::words)
                                    .sorted()
                                    .toList());
            return Outcome.pass(state + "; reports " + now);
        }
        return Outcome.pass(state);
    }

    private static Outcome card(CardPlace place) {
        String seen = "online; card " + words(place);
        return switch (place) {
            case NONE, UNKNOWN -> Outcome.pass(seen);
            case JAMMED -> Outcome.fail(seen, "请取出卡住的卡片", "take the card out that is stuck");
            case INSIDE, AT_EXIT -> Outcome.warn(seen, "请取走读卡器内的卡片", "somebody's card is in the reader: take it out");
        };
    }

    /** Returns a constant as people write it. */
    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
