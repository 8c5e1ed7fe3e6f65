package dev.kioskguard.adapter.xfs4iot.words;

import dev.kioskguard.device.Lights.Flash;
import dev.kioskguard.device.Lights.Light;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The lights of {@code Lights} and their flash rates. */
public final class LightWords {

    private LightWords() {}

    public static String of(Light light) {
        return switch (light) {
            case CARD_READER -> "cardReader";
            case PIN_PAD -> "pinPad";
            case STATUS_IN_SERVICE -> "statusInService";
            case STATUS_SUPERVISOR -> "statusSupervisor";
        };
    }

    /** Returns the light of a name; empty where the guard has no use for such a light. */
    public static Optional<Light> light(String name) {
        return Arrays.stream(Light.values())
                .filter(light -> of(light).equals(name))
                .findFirst();
    }

    public static String of(Flash flash) {
        return flash.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the flash of a rate; empty where the standard has none of that name. */
    public static Optional<Flash> flash(String rate) {
        return Arrays.stream(Flash.values())
                .filter(flash -> of(flash).equals(rate))
                .findFirst();
    }
}
