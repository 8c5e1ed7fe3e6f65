package dev.kioskguard.device;

import static dev.kioskguard.device.Stages.PATIENCE;
import static dev.kioskguard.device.Stages.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.device.Lights.Flash;
import dev.kioskguard.device.Lights.Light;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every driver of guidance lights promises. */
public abstract class LightsContract extends DeviceContract<Lights, LightsContract.LightsBench> {

    /** Lights, and somebody who looks at them. */
    public interface LightsBench extends Bench<Lights> {

        Flash seen(Light light);
    }

    @ParameterizedTest
    @EnumSource(Light.class)
    final void everyLightCanBeSet(Light light) {
        done(device().set(light, Flash.QUICK, PATIENCE));

        assertThat(bench.seen(light)).isEqualTo(Flash.QUICK);
    }

    @ParameterizedTest
    @EnumSource(Flash.class)
    final void everyFlashRateCanBeSet(Flash flash) {
        done(device().set(Light.CARD_READER, flash, PATIENCE));

        assertThat(bench.seen(Light.CARD_READER)).isEqualTo(flash);
    }

    @Test
    final void oneLightDoesNotChangeAnother() {
        done(device().set(Light.CARD_READER, Flash.SLOW, PATIENCE));

        done(device().set(Light.PIN_PAD, Flash.MEDIUM, PATIENCE));

        assertThat(bench.seen(Light.CARD_READER)).isEqualTo(Flash.SLOW);
    }
}
