package dev.kioskguard.app.config;

import dev.kioskguard.device.DeviceAddress;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where each device of the terminal is; what is not named does not exist. Immutable. */
public record Devices(Map<Place, DeviceAddress> addresses) {

    /** A place of the terminal where a device can be. */
    public enum Place {
        CARD_READER,
        PIN_PAD,
        CAMERA,
        SPEAKER,
        LIGHTS,
        SENSORS;

        /** Returns the word in the configuration, such as {@code card-reader}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Devices {
        addresses = Map.copyOf(addresses);
    }

    public Optional<DeviceAddress> at(Place place) {
        return Optional.ofNullable(addresses.get(place));
    }

    public Optional<DeviceAddress> cardReader() {
        return at(Place.CARD_READER);
    }

    public Optional<DeviceAddress> pinPad() {
        return at(Place.PIN_PAD);
    }

    public Optional<DeviceAddress> camera() {
        return at(Place.CAMERA);
    }

    public Optional<DeviceAddress> speaker() {
        return at(Place.SPEAKER);
    }

    public Optional<DeviceAddress> lights() {
        return at(Place.LIGHTS);
    }

    public Optional<DeviceAddress> sensors() {
        return at(Place.SENSORS);
    }

    /** Returns these devices with some at other addresses, as a software terminal needs it. */
    public Devices with(Map<Place, DeviceAddress> others) {
        Map<Place, DeviceAddress> all = new EnumMap<>(Place.class);
        all.putAll(addresses);
        all.putAll(others);
        return new Devices(all);
    }
}
