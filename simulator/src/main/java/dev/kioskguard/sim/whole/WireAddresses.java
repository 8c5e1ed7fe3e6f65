package dev.kioskguard.sim.whole;

import dev.kioskguard.app.config.Devices;
import dev.kioskguard.app.config.Devices.Place;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.sim.wire.TerminalServices;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

/** Where the guard finds the software terminal's devices: at the wire, as it would find real ones. */
final class WireAddresses {

    private static final Map<Place, String> SERVICES = Map.of(
            Place.CARD_READER, TerminalServices.CARD_READER,
            Place.PIN_PAD, TerminalServices.PIN_PAD,
            Place.CAMERA, TerminalServices.CAMERA,
            Place.SPEAKER, TerminalServices.AUXILIARIES,
            Place.LIGHTS, TerminalServices.LIGHTS,
            Place.SENSORS, TerminalServices.AUXILIARIES);

    private WireAddresses() {}

    static Devices at(URI publisher) {
        var all = new EnumMap<Place, DeviceAddress>(Place.class);
        String base = publisher.toString().replaceAll("/$", "");
        SERVICES.forEach((place, service) -> all.put(place, DeviceAddress.of("xfs4iot:" + base + "/" + service)));
        return new Devices(all);
    }
}
