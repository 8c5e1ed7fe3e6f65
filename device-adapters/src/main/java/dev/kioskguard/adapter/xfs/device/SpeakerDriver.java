package dev.kioskguard.adapter.xfs.device;

import dev.kioskguard.adapter.xfs.device.Ports.Port;
import dev.kioskguard.adapter.xfs.device.Ports.PortKind;
import dev.kioskguard.adapter.xfs.header.Siu;
import dev.kioskguard.adapter.xfs.manager.XfsManager;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.Reported;
import dev.kioskguard.device.Speaker;
import java.util.function.Consumer;

/**
 * The loudspeaker as the volume of an SIU reports it (CWA 16926-10), from 1 to 1000. The standard has no word for mute:
 * what is turned down all the way cannot be heard. Where there is no volume, the control of the sound for headset and
 * loudspeaker shows at least that there is sound.
 */
final class SpeakerDriver extends PortsDevice implements Speaker {

    /** The standard's lowest volume. */
    private static final int VOLUME_LOWEST = 1;

    private static final Port VOLUME = new Port(PortKind.AUXILIARIES, Siu.WFS_SIU_VOLUME, 1000);
    private static final Port ENHANCED_AUDIO = new Port(PortKind.AUXILIARIES, Siu.WFS_SIU_ENHANCEDAUDIOCONTROL, 0xFFFF);

    private final Reported<Boolean> audible = new Reported<>(false);

    SpeakerDriver(XfsManager manager, DeviceAddress address) {
        super(manager, address, VOLUME, ENHANCED_AUDIO);
    }

    @Override
    void tell() {
        boolean sounds = value(VOLUME) == Siu.WFS_SIU_NOT_AVAILABLE
                ? value(ENHANCED_AUDIO) != Siu.WFS_SIU_NOT_AVAILABLE
                : value(VOLUME) > VOLUME_LOWEST;
        audible.set(sounds && session().deviceStatus().isOnline());
    }

    @Override
    void lost() {
        audible.set(false);
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
