package dev.kioskguard.adapter.xfs.device;

import dev.kioskguard.adapter.xfs.manager.Environment;
import dev.kioskguard.adapter.xfs.manager.Overview;
import dev.kioskguard.adapter.xfs.manager.XfsManager;
import dev.kioskguard.device.Camera;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.Device;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.DeviceProvider;
import dev.kioskguard.device.Failures;
import dev.kioskguard.device.Lights;
import dev.kioskguard.device.PinPad;
import dev.kioskguard.device.Sensors;
import dev.kioskguard.device.Speaker;
import dev.kioskguard.device.Survey;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Devices behind the native XFS manager of this machine, in this process.
 *
 * <p>An address names a logical service, as the manager's configuration does: {@code xfs:IDCARD1}. Lights, sensors and
 * speaker may be at one service of class SIU. Where the terminal has lights for its own status, the address says which:
 * {@code xfs:SIU1?statusInService=13&statusSupervisor=14}. Where several applications work one service, {@code
 * xfs:IDCARD1?exclusive=1} locks it while it works for the guard.
 */
public final class XfsProvider implements DeviceProvider {

    private static final String SCHEME = "xfs";

    private final Consumer<String> crashed;
    private @Nullable XfsManager manager;

    /** The provider that {@link java.util.ServiceLoader} finds; it loads nothing before a device is opened. */
    public XfsProvider() {
        this(why -> {});
    }

    /** The same, which tells of a driver that crashes in this process, on the thread that it does it on. */
    public XfsProvider(Consumer<String> crashed) {
        this.crashed = crashed;
    }

    public XfsProvider(XfsManager manager) {
        this();
        this.manager = manager;
    }

    @Override
    public String scheme() {
        return SCHEME;
    }

    @Override
    public <D extends Device> D open(DeviceAddress address, Class<D> kind) {
        XfsDevice device = make(address, kind);
        device.start();
        return kind.cast(device);
    }

    @Override
    public CompletionStage<Survey> survey(DeviceAddress address, Duration timeout) {
        String service = ServiceAddress.of(address).service();
        return Overview.of(manager())
                .thenApply(seen -> NativeSurvey.of(service, seen))
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(unanswered(failure)));
    }

    private static DeviceException unanswered(Throwable failure) {
        Throwable cause = Failures.unwrapped(failure);
        if (cause instanceof DeviceException known) {
            return known;
        }
        return cause instanceof TimeoutException
                ? new DeviceException(Fault.TIMEOUT, "look", "the XFS manager does not answer", cause)
                : new DeviceException(Fault.OTHER, "look", String.valueOf(cause.getMessage()), cause);
    }

    private XfsDevice make(DeviceAddress address, Class<? extends Device> kind) {
        XfsManager at = manager();
        if (kind == CardReader.class) {
            return new CardReaderDriver(at, address);
        }
        if (kind == PinPad.class) {
            return new PinPadDriver(at, address);
        }
        if (kind == Camera.class) {
            return new CameraDriver(at, address);
        }
        if (kind == Lights.class) {
            return new LightsDriver(at, address);
        }
        if (kind == Sensors.class) {
            return new SensorsDriver(at, address);
        }
        if (kind == Speaker.class) {
            return new SpeakerDriver(at, address);
        }
        throw new DeviceException(Fault.UNSUPPORTED, "open", "XFS has no " + kind.getSimpleName());
    }

    private synchronized XfsManager manager() {
        if (manager == null) {
            Environment environment = Environment.create(new SecureRandom());
            environment.crash().heardBy(crashed);
            manager = new XfsManager(environment);
        }
        return manager;
    }
}
