package dev.kioskguard.vision;

import dev.kioskguard.device.Device;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceProvider;

/** Opens the tests' lookouts, found as any technology is: {@code played:0} looks, {@code played:single} cannot. */
public final class PlayedProvider implements DeviceProvider {

    @Override
    public String scheme() {
        return "played";
    }

    @Override
    public <D extends Device> D open(DeviceAddress address, Class<D> kind) {
        if (kind != Lookout.class || address.rest().equals("single")) {
            throw new DeviceException(DeviceException.Fault.UNSUPPORTED, "open", "no " + kind.getSimpleName());
        }
        return kind.cast(new PlayedLookout());
    }
}
