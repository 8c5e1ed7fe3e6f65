package dev.kioskguard.sim.wire.driver;

import dev.kioskguard.device.Lights;
import dev.kioskguard.device.LightsContract;
import dev.kioskguard.sim.terminal.TerminalDevice;
import java.util.Locale;
import java.util.Map;

class LightsDriverOnTheWireTest extends LightsContract {

    @Override
    protected LightsBench newBench() {
        return new Panel(way());
    }

    WireBench.Way way() {
        return WireBench.Way.DIRECT;
    }

    private static final class Panel extends WireBench<Lights> implements LightsBench {

        private static final Map<Lights.Light, String> NAMES = Map.of(
                Lights.Light.CARD_READER, "cardReader",
                Lights.Light.PIN_PAD, "pinPad",
                Lights.Light.STATUS_IN_SERVICE, "statusInService",
                Lights.Light.STATUS_SUPERVISOR, "statusSupervisor");

        Panel(WireBench.Way way) {
            super(Lights.class, TerminalDevice.LIGHTS, way);
        }

        @Override
        public Lights.Flash seen(Lights.Light light) {
            return Lights.Flash.valueOf(
                    terminal.lights().rates().get(NAMES.get(light)).toUpperCase(Locale.ROOT));
        }
    }
}
