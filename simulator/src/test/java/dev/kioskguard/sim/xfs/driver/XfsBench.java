package dev.kioskguard.sim.xfs.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.adapter.xfs.device.XfsProvider;
import dev.kioskguard.adapter.xfs.manager.Environment;
import dev.kioskguard.adapter.xfs.manager.Timings;
import dev.kioskguard.adapter.xfs.manager.XfsManager;
import dev.kioskguard.device.Backoff;
import dev.kioskguard.device.Device;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceContract;
import dev.kioskguard.sim.bridge.Bridged;
import dev.kioskguard.sim.xfs.NativeBuild;
import dev.kioskguard.sim.xfs.NativeTerminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The native manager in software, in this process, and the production driver that opens its device there. */
class XfsBench<D extends Device> implements DeviceContract.Bench<D> {

    private static final long PATIENCE_SECONDS = 20;

    /** Nothing of these waits is waited for when all is well, but for the question for the status. */
    static final Timings TIMINGS = new Timings(
            Duration.ofSeconds(10),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofMillis(100),
            new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1)));

    private final Class<D> kind;
    private final String address;
    private final Environment environment;
    private final List<Device> opened = new ArrayList<>();
    private boolean bridged;
    private @Nullable Bridged bridge;

    final String service;
    final NativeTerminal terminal;
    final XfsManager manager;

    XfsBench(Class<D> kind, String service) {
        this(kind, service, "");
    }

    XfsBench(Class<D> kind, String service, String options) {
        Path library = NativeBuild.library().toAbsolutePath();
        try {
            this.terminal = NativeTerminal.within(library);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.kind = kind;
        this.service = service;
        this.address = "xfs:" + service + options;
        this.environment = Environment.create(new Random(16926), TIMINGS, library.toString());
        this.manager = new XfsManager(environment);
    }

    @Override
    public D open() {
        D device = open(kind, address);
        if (!bridged) {
            return device;
        }
        bridge = new Bridged(device);
        return bridge.open(kind);
    }

    /** Has the device reached over the wire, with the bridge between. */
    void throughTheBridge() {
        bridged = true;
    }

    /** Opens another device, which is closed with the bench unless it was before. */
    <E extends Device> E open(Class<E> what, String where) {
        E device = new XfsProvider(manager).open(DeviceAddress.of(where), what);
        opened.add(device);
        return device;
    }

    /** Returns another application's side of the same manager. */
    XfsManager another() {
        return new XfsManager(environment);
    }

    @Override
    public void cutLine() {
        terminal.kill(service);
    }

    /** Leaves the manager; whatever it handed out must have been given back. */
    @Override
    public void close() {
        if (bridge != null) {
            bridge.close();
        }
        opened.forEach(Device::close);
        manager.quiet().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        environment.loop().close();
        assertThat(manager.outstanding()).as("results received and not freed").isZero();
        assertThat(terminal.outstanding())
                .as("results handed out and not freed")
                .isZero();
        assertThat(terminal.requests().open()).as("requests under way").isZero();
        terminal.close();
    }
}
