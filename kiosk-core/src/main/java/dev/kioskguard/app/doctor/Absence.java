package dev.kioskguard.app.doctor;

import dev.kioskguard.app.config.Devices.Place;
import dev.kioskguard.app.config.KioskConfig;

/** What it means that the configuration names no device at a place. */
final class Absence {

    private Absence() {}

    static Outcome of(Place place, KioskConfig config) {
        boolean hosted = config.machine().ownership() == KioskConfig.Ownership.HOSTED;
        return switch (place) {
            case CARD_READER, PIN_PAD ->
                hosted
                        ? Outcome.fail("not configured, and ownership is hosted")
                        : Outcome.pass("not configured; the bank's application has it");
            case SPEAKER ->
                Outcome.fail(
                        "not configured",
                        "请配置 devices.speaker；没有扬声器不办理转账",
                        "without a speaker every transfer is refused: name it at devices.speaker");
            case CAMERA, LIGHTS, SENSORS ->
                Outcome.warn("not configured", "没有该设备则无须处理", "nothing, where the terminal has none");
        };
    }
}
