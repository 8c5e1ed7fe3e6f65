package dev.kioskguard.adapter.xfs4iot.bridge;

import dev.kioskguard.adapter.xfs4iot.message.CompletionCode;
import dev.kioskguard.adapter.xfs4iot.service.Call;
import dev.kioskguard.adapter.xfs4iot.service.device.CommandRefusal;
import dev.kioskguard.adapter.xfs4iot.service.device.ReportingService;
import dev.kioskguard.device.Device;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.DeviceStatus.State;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What every bridged device does alike: one command after the other, and how it is, with the reason.
 *
 * <p>The standard's status has no room for a reason, so {@code Common.ErrorEvent} tells it: when the device fails, and
 * again to whoever asks for the status of one that has failed.
 */
abstract class PortService extends ReportingService {

    /** How long a command may wait for a person whose client set no limit. */
    static final Duration WAIT_MAX = Duration.ofDays(1);

    /** How long a command may work that waits for nobody. */
    static final Duration WORK_MAX = Duration.ofMinutes(1);

    private final String name;
    private final Answers answers;
    private final Map<Device, DeviceStatus> statuses = new LinkedHashMap<>();
    private volatile BiConsumer<DeviceAddress, DeviceStatus> heard = (address, status) -> {};
    private CompletableFuture<@Nullable Void> free = CompletableFuture.completedFuture(null);

    PortService(String name, Answers answers, List<? extends Device> ports) {
        this.name = name;
        this.answers = answers;
        ports.forEach(port -> statuses.put(port, port.status()));
    }

    /** Has somebody hear how each device is, beside the clients. */
    final void tell(BiConsumer<DeviceAddress, DeviceStatus> listener) {
        heard = listener;
    }

    /** Begins a command; the stage ends when the device is free for the next one. */
    abstract CompletionStage<?> carryOut(Call call);

    /** Makes the device stop whatever it waits for, at once or soon. */
    void letGo() {
        // Most devices never wait.
    }

    /** Listens to all that the device tells but its status. */
    abstract void listen();

    /** Tells what else of the status changes with the state of the device. */
    void stateChanged() {
        // Of most devices, nothing does.
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    protected final void watch(Link link) {
        listen();
        ports().forEach(port -> port.onStatus(status -> told(port, status)));
    }

    private synchronized List<Device> ports() {
        return List.copyOf(statuses.keySet());
    }

    private void told(Device port, DeviceStatus status) {
        synchronized (this) {
            statuses.put(port, status);
        }
        heard.accept(port.address(), status);
        tellReason();
        deviceChanged();
        stateChanged();
    }

    private void tellReason() {
        DeviceStatus now = overall();
        if (!now.isOnline() && !now.detail().isEmpty()) {
            tell("Common.ErrorEvent", reason(now));
        }
    }

    private static ObjectNode reason(DeviceStatus status) {
        String kind = switch (status.state()) {
            case HARDWARE_ERROR, POWER_OFF, NO_DEVICE -> "hardware";
            case USER_ERROR -> "user";
            case FRAUD_ATTEMPT, POTENTIAL_FRAUD -> "fraudAttempt";
            case ONLINE, OFFLINE, DEVICE_BUSY, STARTING -> "software";
        };
        return JsonNodeFactory.instance.objectNode().put("eventId", kind).put("vendorDescription", status.detail());
    }

    /** Of several devices behind one service, the first that is not online counts. */
    private synchronized DeviceStatus overall() {
        return statuses.values().stream()
                .filter(status -> !status.isOnline())
                .findFirst()
                .orElse(DeviceStatus.ONLINE);
    }

    @Override
    protected final State deviceState() {
        return overall().state();
    }

    @Override
    public final ObjectNode status() {
        tellReason();
        return super.status();
    }

    @Override
    protected final List<Plate> plates() {
        return ports().stream().map(Plates::of).distinct().toList();
    }

    @Override
    public final void execute(Call call) {
        Work work = new Work(() -> begun(call), this::letGo);
        call.onStop(work::stop);
        CompletableFuture<@Nullable Void> before;
        synchronized (this) {
            before = free;
            free = work.done();
        }
        var unused = before.thenRun(work::begin);
    }

    private CompletionStage<?> begun(Call call) {
        try {
            return carryOut(call);
        } catch (CommandRefusal e) {
            call.refuse(e.errorCode(), e.why());
        } catch (RuntimeException e) {
            answers.fail(call, e);
        }
        return nothing();
    }

    /** Answers with what an operation of the device comes to; the stage ends after that. */
    final <T> CompletionStage<?> answered(
            Call call, CompletionStage<T> operation, Function<T, @Nullable ObjectNode> payload) {
        return operation.handle((value, failure) -> {
            if (failure == null) {
                call.succeed(payload.apply(value));
            } else {
                answers.fail(call, failure);
            }
            return null;
        });
    }

    final CompletionStage<?> succeeded(Call call) {
        call.succeed(null);
        return nothing();
    }

    final CompletionStage<?> unsupported(Call call, String why) {
        call.fail(CompletionCode.UNSUPPORTED_DATA, why);
        return nothing();
    }

    final Answers answers() {
        return answers;
    }

    static CompletionStage<?> nothing() {
        return CompletableFuture.completedFuture(null);
    }

    /** Returns how long the device may take, of which its client has the word; ports know no work without a limit. */
    static Duration within(Call call, Duration otherwise) {
        return call.timeout().isZero() ? otherwise : call.timeout();
    }
}
