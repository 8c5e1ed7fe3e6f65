package dev.kioskguard.adapter.jxfs;

import dev.kioskguard.device.Camera;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.Device;
import dev.kioskguard.device.Lights;
import dev.kioskguard.device.PinPad;
import dev.kioskguard.device.Sensors;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The devices of one terminal by their logical names, and controls for them; stands for {@code JxfsDeviceManager}, but
 * is no singleton. Thread-safe.
 *
 * <p>Devices stay whoever opened them has to close, after this.
 */
public final class Controls implements AutoCloseable {

    private final Loop loop = new Loop();
    private final Map<String, SharedDevice> devices = new ConcurrentHashMap<>();

    public Controls add(String name, CardReader reader) {
        return put(name, List.of(reader));
    }

    public Controls add(String name, PinPad pad) {
        return put(name, List.of(pad));
    }

    public Controls add(String name, Camera camera) {
        return put(name, List.of(camera));
    }

    /** Adds lights and sensors as the one device that they are in J/XFS ({@code JxfsSiu}). */
    public Controls add(String name, Lights lights, Sensors sensors) {
        return put(name, List.of(lights, sensors));
    }

    private Controls put(String name, List<? extends Device> ports) {
        if (devices.putIfAbsent(name, new SharedDevice(name, ports, loop)) != null) {
            throw new IllegalArgumentException("there is a device of the name " + name + " already");
        }
        return this;
    }

    /** Returns a new control for a card reader; stands for {@code com.jxfs.control.msd.JxfsMagStripe} and chip card. */
    public CardControl card(String name) {
        SharedDevice device = device(name);
        return new CardControl(device, device.ports().of(CardReader.class));
    }

    /** Returns a new control for a PIN pad; stands for {@code com.jxfs.control.pin.JxfsSecurePINKeypad}. */
    public PinPadControl pinPad(String name) {
        SharedDevice device = device(name);
        return new PinPadControl(device, device.ports().of(PinPad.class));
    }

    /** Returns a new control for a camera. */
    public CameraControl camera(String name) {
        SharedDevice device = device(name);
        return new CameraControl(device, device.ports().of(Camera.class));
    }

    /** Returns a new control for lights and sensors; stands for {@code com.jxfs.control.siu.JxfsSiu}. */
    public SiuControl siu(String name) {
        SharedDevice device = device(name);
        return new SiuControl(device, device.ports().of(Lights.class));
    }

    /** Returns the names of the devices that there are, in alphabetical order. */
    public List<String> names() {
        return devices.keySet().stream().sorted().toList();
    }

    private SharedDevice device(String name) {
        SharedDevice device = devices.get(name);
        if (device == null) {
            throw new JxfsException(
                    JxfsCodes.E_UNREGISTERED, "no device is called %s; there are %s".formatted(name, names()));
        }
        return device;
    }

    /** Returns how many events nobody took in time; operation-complete events are never among them. */
    public long eventsLost() {
        return loop.lost();
    }

    /** Closes every control: its operations end as canceled, and whatever is asked of it later fails as closed. */
    @Override
    public void close() {
        loop.end(() -> devices.values().forEach(SharedDevice::end));
    }
}
