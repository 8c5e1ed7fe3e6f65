package dev.kioskguard.app.doctor;

import dev.kioskguard.device.Device;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceStatus;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Which kinds of device are at an address whose technology cannot tell: all are opened at once, and those count that
 * answer, well or not.
 */
final class KindSearch {

    /** What the others are given once the first has answered: one service may be several devices. */
    private static final Duration MORE = Duration.ofSeconds(1);

    private final Map<Kind, Device> opened = new EnumMap<>(Kind.class);
    private final Map<Kind, CompletableFuture<Kind>> answers = new EnumMap<>(Kind.class);

    private KindSearch() {}

    /**
     * Looks for devices.
     *
     * @param opening opens one; it fails with a {@link DeviceException} for a kind that the technology has not
     * @param refusals gets why nobody answered, where nobody did
     */
    static List<Kind> among(Function<Kind, Device> opening, List<String> refusals)
            throws InterruptedException, ExecutionException {
        var search = new KindSearch();
        try {
            for (Kind kind : Kind.values()) {
                search.open(kind, opening);
            }
            search.await();
            List<Kind> found = search.answered();
            if (found.isEmpty()) {
                refusals.addAll(search.refusals());
            }
            return found;
        } finally {
            search.opened.values().forEach(Device::close);
        }
    }

    private void open(Kind kind, Function<Kind, Device> opening) {
        try {
            Device device = opening.apply(kind);
            var answer = new CompletableFuture<Kind>();
            opened.put(kind, device);
            answers.put(kind, answer);
            device.onStatus(status -> {
                if (isAnswer(status)) {
                    answer.complete(kind);
                }
            });
        } catch (DeviceException notOfThisTechnology) {
            // Another kind may be.
        }
    }

    static boolean isAnswer(DeviceStatus status) {
        return switch (status.state()) {
            case STARTING, OFFLINE, DEVICE_BUSY -> false;
            default -> true;
        };
    }

    private void await() throws InterruptedException, ExecutionException {
        var all = answers.values().toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.anyOf(all).get(Readiness.SETTLE.toMillis(), TimeUnit.MILLISECONDS);
            CompletableFuture.allOf(all).get(MORE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // Whoever has not answered by now is not there.
        }
    }

    private List<Kind> answered() {
        return answers.entrySet().stream()
                .filter(answer -> answer.getValue().isDone())
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<String> refusals() {
        return opened.values().stream()
                .map(device -> device.status().detail())
                .filter(detail -> !detail.isEmpty())
                .distinct()
                .toList();
    }
}
