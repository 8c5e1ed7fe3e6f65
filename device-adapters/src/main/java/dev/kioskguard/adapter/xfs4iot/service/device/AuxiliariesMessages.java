package dev.kioskguard.adapter.xfs4iot.service.device;

import tools.jackson.databind.node.ObjectNode;

/** What a service of speaker, switches and sensors says. */
public final class AuxiliariesMessages {

    /** The service's name. */
    public static final String SERVICE = "Auxiliaries";

    /** The part of status and capabilities. */
    public static final String PART = "auxiliaries";

    public static final String VOLUME = "volume";

    /** The loudest volume; the standard's begin at 1. */
    public static final int VOLUME_MAX = 1000;

    /** What stands for a speaker that cannot be heard, of which there is nothing to report. */
    public static final int MUTED = 0;

    private static final int VOLUME_STEP = 1;

    private AuxiliariesMessages() {}

    /** A muted speaker has no volume to report (Auxiliaries, "volume"). */
    public static void putVolume(ObjectNode into, int volume) {
        if (volume == MUTED) {
            into.putNull(VOLUME);
        } else {
            into.put(VOLUME, volume);
        }
    }

    public static void putCapabilities(ObjectNode capabilities) {
        ObjectNode part = capabilities.putObject(PART).put(VOLUME, VOLUME_STEP);
        part.put("proximitySensor", true);
        part.putObject("operatorSwitch")
                .put("run", true)
                .put("maintenance", true)
                .put("supervisor", true);
        part.putObject("cabinetDoor").put("closed", true).put("open", true).put("tampered", true);
        part.putObject("enhancedAudioSensor").put("auto", true);
    }
}
