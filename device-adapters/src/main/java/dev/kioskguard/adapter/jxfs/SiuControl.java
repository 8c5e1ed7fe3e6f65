package dev.kioskguard.adapter.jxfs;

import dev.kioskguard.device.Lights;
import dev.kioskguard.device.Lights.Flash;
import dev.kioskguard.device.Lights.Light;
import java.time.Duration;

/**
 * Sensors and indicators; stands for {@code com.jxfs.control.siu.JxfsSiu}. Sensors are told by status events and are
 * always in {@link #getStatus()}.
 */
public final class SiuControl extends DeviceControl {

    /** A light is set; the number is this project's. */
    public static final int O_SET_LIGHT = JxfsCodes.SIU + JxfsCodes.OWN;

    private static final Duration SET_MAX = Duration.ofSeconds(10);

    private final Lights lights;

    SiuControl(SharedDevice device, Lights lights) {
        super(device);
        this.lights = lights;
    }

    /** Sets a guidance light. */
    public int setLight(Light light, Flash flash) {
        return ask(O_SET_LIGHT, operation -> lights.set(light, flash, SET_MAX).thenApply(done -> null));
    }
}
