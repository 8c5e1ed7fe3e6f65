package dev.kioskguard.adapter.xfs4iot.client.device;

import dev.kioskguard.adapter.xfs4iot.client.Directory;
import dev.kioskguard.adapter.xfs4iot.client.Place;
import dev.kioskguard.adapter.xfs4iot.client.connection.Environment;
import dev.kioskguard.adapter.xfs4iot.client.connection.Timings;
import dev.kioskguard.device.Camera;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.Device;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.DeviceProvider;
import dev.kioskguard.device.Lights;
import dev.kioskguard.device.PinPad;
import dev.kioskguard.device.Sensors;
import dev.kioskguard.device.Speaker;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
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
        URI uri = address.restAsUri();
        if (uri.getHost() == null || !("ws".equals(uri.getScheme()) || "wss".equals(uri.getScheme()))) {
            throw new IllegalArgumentException(
                    "'%s' is no XFS4IoT address; write xfs4iot:ws://host:5846/xfs4iot/v1.0 or the address of one service"
                            .formatted(address));
        }
        ServiceDevice device = make(address, uri, kind);
        device.start();
        return kind.cast(device);
    }

    private ServiceDevice make(DeviceAddress address, URI uri, Class<? extends Device> kind) {
        Environment in = environment();
        if (kind == CardReader.class) {
            return new CardReaderDriver(in, address, place(uri, "cardReader"));
        }
        if (kind == PinPad.class) {
            Place keyboard = place(uri, "keyboard");
            return new PinPadDriver(
                    in, address, keyboard, keyboard instanceof Place.Fixed ? null : place(uri, "pinPad"));
        }
        if (kind == Camera.class) {
            return new CameraDriver(in, address, place(uri, "camera"));
        }
        if (kind == Speaker.class) {
            return new SpeakerDriver(in, address, place(uri, "auxiliaries"));
        }
        if (kind == Lights.class) {
            return new LightsDriver(in, address, place(uri, "lights"));
        }
        if (kind == Sensors.class) {
            return new SensorsDriver(in, address, place(uri, "auxiliaries"));
        }
        throw new DeviceException(Fault.UNSUPPORTED, "open", "XFS4IoT has no " + kind.getSimpleName());
    }

    private synchronized Place place(URI uri, String interfaceName) {
        return Directory.isPublisher(uri) && directory != null
                ? new Place.Published(interfaceName, uri, directory)
                : new Place.Fixed(interfaceName, uri);
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
