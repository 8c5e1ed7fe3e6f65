package dev.kioskguard.adapter.xfs4iot.client.device;

import dev.kioskguard.adapter.xfs4iot.client.Place;
import dev.kioskguard.adapter.xfs4iot.client.StatusTree;
import dev.kioskguard.adapter.xfs4iot.client.connection.Environment;
import dev.kioskguard.adapter.xfs4iot.message.MessageCodec;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.Reported;
import dev.kioskguard.device.Speaker;
import java.util.List;
import java.util.function.Consumer;

/**
 * The loudspeaker as {@code auxiliaries.volume} reports it, from 1 to 1000. The standard has no word for mute: what is
 * turned down all the way, says 0 or says nothing cannot be heard.
 */
final class SpeakerDriver extends ServiceDevice implements Speaker {

    /** The standard's lowest volume. */
    private static final int VOLUME_LOWEST = 1;

    private final Reported<Boolean> audible = new Reported<>(false);

    SpeakerDriver(Environment environment, DeviceAddress address, Place place) {
        super(environment, address, place, new MessageCodec());
    }

    @Override
    List<String> commands() {
        return List.of();
    }

    @Override
    void statusRead(StatusTree read) {
        audible.set(service().deviceStatus().isOnline() && read.number("auxiliaries", "volume") > VOLUME_LOWEST);
    }

    @Override
    public boolean isAudible() {
        return audible.get();
    }

    @Override
    public void onAudible(Consumer<Boolean> listener) {
        audible.tell(listener);
    }
}
