package dev.kioskguard.app.wiring;

import dev.kioskguard.app.config.Devices;
import dev.kioskguard.device.Camera;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.Device;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceProvider;
import dev.kioskguard.device.Lights;
import dev.kioskguard.device.PinPad;
import dev.kioskguard.device.Sensors;
import dev.kioskguard.device.Speaker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The devices that the configuration names, opened through whichever technologies are installed. */
public final class OpenDevices implements AutoCloseable {

    private final Map<String, DeviceProvider> providers;
    private final List<Device> all = new ArrayList<>();
    private final Map<String, Device> byPlace = new TreeMap<>();

    private OpenDevices(Map<String, DeviceProvider> providers) {
        this.providers = providers;
    }

    /** Nothing yet, and every technology that is installed. */
    public static OpenDevices none() {
        return new OpenDevices(ServiceLoader.load(DeviceProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .collect(Collectors.toUnmodifiableMap(DeviceProvider::scheme, provider -> provider)));
    }

    /** Nothing yet, and every technology that is installed, but for this one in place of that of its scheme. */
    public static OpenDevices with(DeviceProvider instead) {
        Map<String, DeviceProvider> providers = new HashMap<>(none().providers);
        providers.put(instead.scheme(), instead);
        return new OpenDevices(providers);
    }

    /**
     * Opens everything that is named.
     *
     * @param already what is open, and stays whoever opened it has to close
     *
     * @throws IllegalArgumentException when an address has a scheme that nothing here can open
     */
    public static OpenDevices open(Devices named, Map<Devices.Place, Device> already) {
        OpenDevices open = none();
        open.openAll(named, already);
        return open;
    }

    /**
     * Opens everything that is named, as {@link #open(Devices, Map)} does.
     *
     * @throws IllegalArgumentException when an address has a scheme that nothing here can open; nothing is open then
     */
    public void openAll(Devices named, Map<Devices.Place, Device> already) {
        try {
            already.forEach((place, device) -> byPlace.put(place.word(), device));
            for (Devices.Place place : Devices.Place.values()) {
                if (already.containsKey(place)) {
                    continue;
                }
                named.at(place).ifPresent(address -> byPlace.put(place.word(), open(address, kind(place))));
            }
        } catch (IllegalArgumentException e) {
            close();
            throw e;
        }
    }

    /**
     * Returns the technology of an address.
     *
     * @throws IllegalArgumentException when it is not installed
     */
    public DeviceProvider provider(DeviceAddress address) {
        DeviceProvider provider = providers.get(address.scheme());
        if (provider == null) {
            throw new IllegalArgumentException("no adapter for %s is installed; there are %s"
                    .formatted(address, providers.keySet().stream().sorted().toList()));
        }
        return provider;
    }

    /** Opens one device more, as its technology does; it is closed with the others. */
    public <D extends Device> D open(DeviceAddress address, Class<D> kind) {
        D device = provider(address).open(address, kind);
        all.add(device);
        return device;
    }

    private static Class<? extends Device> kind(Devices.Place place) {
        return switch (place) {
            case CARD_READER -> CardReader.class;
            case PIN_PAD -> PinPad.class;
            case CAMERA -> Camera.class;
            case SPEAKER -> Speaker.class;
            case LIGHTS -> Lights.class;
            case SENSORS -> Sensors.class;
        };
    }

    /** Returns the device at a place of the configuration, if there is one. */
    public <D extends Device> Optional<D> at(Devices.Place place, Class<D> kind) {
        @Nullable Device device = byPlace.get(place.word());
        return Optional.ofNullable(device).map(kind::cast);
    }

    /** Returns every device by the word of its place. */
    public Map<String, Device> byPlace() {
        return byPlace;
    }

    @Override
    public void close() {
        all.forEach(Device::close);
    }
}
