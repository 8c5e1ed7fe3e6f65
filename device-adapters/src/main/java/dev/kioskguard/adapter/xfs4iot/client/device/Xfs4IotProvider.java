package dev.kioskguard.adapter.xfs4iot.client.device;

import dev.kioskguard.adapter.xfs4iot.client.Capabilities;
import dev.kioskguard.adapter.xfs4iot.client.Directory;
import dev.kioskguard.adapter.xfs4iot.client.Place;
import dev.kioskguard.adapter.xfs4iot.client.connection.Environment;
import dev.kioskguard.adapter.xfs4iot.client.connection.Reasons;
import dev.kioskguard.adapter.xfs4iot.client.connection.Timings;
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
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Devices behind XFS4IoT services.
 *
 * <p>An address names one service ({@code xfs4iot:ws://host:5846/xfs4iot/v1.0/Reader}), a publisher
 * ({@code xfs4iot:ws://host:5846/xfs4iot/v1.0}), or a terminal whose publishers are looked for at the standard's ports
 * ({@code xfs4iot:ws://host}). With {@code wss} the JDK's key stores count ({@code javax.net.ssl.trustStore} and
 * {@code keyStore}), unless an environment brings its own.
 */
public final class Xfs4IotProvider implements DeviceProvider {

    private static final String SCHEME = "xfs4iot";

    /** The interface that makes a service a device of a kind. */
    private static final Map<Class<? extends Device>, String> INTERFACES = Map.of(
            CardReader.class, "cardReader",
            PinPad.class, "keyboard",
            Camera.class, "camera",
            Speaker.class, "auxiliaries",
            Lights.class, "lights",
            Sensors.class, "auxiliaries");

    private @Nullable Environment environment;
    private @Nullable Directory directory;

    /** The provider that {@link java.util.ServiceLoader} finds; it starts nothing before a device is opened. */
    public Xfs4IotProvider() {}

    public Xfs4IotProvider(Environment environment) {
        this.environment = environment;
        this.directory = new Directory(environment);
    }

    @Override
    public String scheme() {
        return SCHEME;
    }

    @Override
    public <D extends Device> D open(DeviceAddress address, Class<D> kind) {
        ServiceDevice device = make(address, uri(address), kind);
        device.start();
        return kind.cast(device);
    }

    private static URI uri(DeviceAddress address) {
        URI uri = address.restAsUri();
        if (uri.getHost() == null || !("ws".equals(uri.getScheme()) || "wss".equals(uri.getScheme()))) {
            throw new IllegalArgumentException(
                    "'%s' is no XFS4IoT address; write xfs4iot:ws://host:5846/xfs4iot/v1.0 or the address of one service"
                            .formatted(address));
        }
        return uri;
    }

    @Override
    public CompletionStage<Survey> survey(DeviceAddress address, Duration timeout) {
        URI uri = uri(address);
        return directory()
                .look(uri)
                .thenApply(Xfs4IotProvider::survey)
                .toCompletableFuture()
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(unanswered(failure)));
    }

    private static Survey survey(List<Capabilities> services) {
        Set<Class<? extends Device>> kinds = new HashSet<>();
        INTERFACES.forEach((kind, name) -> {
            if (services.stream().anyMatch(service -> service.has(name))) {
                kinds.add(kind);
            }
        });
        return new Survey(kinds, Findings.ofAll(services));
    }

    private static DeviceException unanswered(Throwable failure) {
        Throwable cause = Failures.unwrapped(failure);
        if (cause instanceof DeviceException known) {
            return known;
        }
        Fault fault = cause instanceof TimeoutException ? Fault.TIMEOUT : Fault.CONNECTION_LOST;
        return new DeviceException(fault, "look", Reasons.of(cause), cause);
    }

    private ServiceDevice make(DeviceAddress address, URI uri, Class<? extends Device> kind) {
        Environment in = environment();
        String name = INTERFACES.get(kind);
        if (name == null) {
            throw new DeviceException(Fault.UNSUPPORTED, "open", "XFS4IoT has no " + kind.getSimpleName());
        }
        Place place = place(uri, name);
        if (kind == CardReader.class) {
            return new CardReaderDriver(in, address, place);
        }
        if (kind == PinPad.class) {
            return new PinPadDriver(in, address, place, place instanceof Place.Fixed ? null : place(uri, "pinPad"));
        }
        if (kind == Camera.class) {
            return new CameraDriver(in, address, place);
        }
        if (kind == Speaker.class) {
            return new SpeakerDriver(in, address, place);
        }
        return kind == Lights.class ? new LightsDriver(in, address, place) : new SensorsDriver(in, address, place);
    }

    private synchronized Place place(URI uri, String interfaceName) {
        return Directory.isPublisher(uri) && directory != null
                ? new Place.Published(interfaceName, uri, directory)
                : new Place.Fixed(interfaceName, uri);
    }

    private synchronized Directory directory() {
        Environment in = environment();
        Directory present = directory;
        return present == null ? new Directory(in) : present;
    }

    private synchronized Environment environment() {
        if (environment == null) {
            try {
                environment = Environment.create(SSLContext.getDefault(), new SecureRandom(), Timings.STANDARD);
            } catch (NoSuchAlgorithmException e) {
                throw new DeviceException(Fault.OTHER, "open", "the JDK's key stores cannot be read", e);
            }
            directory = new Directory(environment);
        }
        return environment;
    }
}
