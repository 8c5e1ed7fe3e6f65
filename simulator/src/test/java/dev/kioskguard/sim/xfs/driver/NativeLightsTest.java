package dev.kioskguard.sim.xfs.driver;

import dev.kioskguard.device.Lights;
import dev.kioskguard.device.Lights.Flash;
import dev.kioskguard.device.Lights.Light;
import dev.kioskguard.device.LightsContract;
import dev.kioskguard.sim.xfs.NativeTerminal;

class NativeLightsTest extends LightsContract {

    private static final int IN_SERVICE = 13;
    private static final int SUPERVISOR = 14;

    @Override
    protected LightsBench newBench() {
        return new Panel();
    }

    private static final class Panel extends XfsBench<Lights> implements LightsBench {

        Panel() {
            super(
                    Lights.class,
                    NativeTerminal.SENSORS,
                    "?statusInService=%d&statusSupervisor=%d".formatted(IN_SERVICE, SUPERVISOR));
        }

        @Override
        public Flash seen(Light light) {
            int index = switch (light) {
                case CARD_READER -> 0;
                case PIN_PAD -> 1;
                case STATUS_IN_SERVICE -> IN_SERVICE;
                case STATUS_SUPERVISOR -> SUPERVISOR;
            };
            return switch (terminal.light(service, index)) {
                case 1 -> Flash.OFF;
                case 4 -> Flash.SLOW;
                case 8 -> Flash.MEDIUM;
                case 16 -> Flash.QUICK;
                case 128 -> Flash.CONTINUOUS;
                default -> throw new AssertionError("no way to flash that the guard knows");
            };
        }
    }
}
