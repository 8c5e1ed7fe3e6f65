package dev.kioskguard.app.doctor;

import dev.kioskguard.app.config.Devices.Place;
import dev.kioskguard.device.Camera;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.Device;
import dev.kioskguard.device.Lights;
import dev.kioskguard.device.PinPad;
import dev.kioskguard.device.Sensors;
import dev.kioskguard.device.Speaker;
import dev.kioskguard.vision.Lookout;
import java.util.Arrays;
import java.util.List;

/** A kind of device that can be examined, by the place of the configuration that it belongs to. */
enum Kind {
    CARD_READER(Place.CARD_READER, CardReader.class),
    PIN_PAD(Place.PIN_PAD, PinPad.class),
    /** A camera that the guard can look through, before one that takes single pictures. */
    LOOKOUT(Place.CAMERA, Lookout.class),
    CAMERA(Place.CAMERA, Camera.class),
    SPEAKER(Place.SPEAKER, Speaker.class),
    LIGHTS(Place.LIGHTS, Lights.class),
    SENSORS(Place.SENSORS, Sensors.class);

    private final Place place;
    private final Class<? extends Device> port;

    Kind(Place place, Class<? extends Device> port) {
        this.place = place;
        this.port = port;
    }

    Class<? extends Device> port() {
        return port;
    }

    String word() {
        return place.word();
    }

    /** Returns what may be at a place, the most useful first. */
    static List<Kind> at(Place place) {
        return Arrays.stream(values()).filter(kind -> kind.place == place).toList();
    }
}
