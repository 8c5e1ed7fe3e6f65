package dev.kioskguard.sim.wire.driver;

import dev.kioskguard.device.Sensors;
import dev.kioskguard.device.SensorsContract;
import dev.kioskguard.sim.terminal.TerminalDevice;

class SensorsDriverOnTheWireTest extends SensorsContract {

    @Override
    protected SensorsBench newBench() {
        return new Lobby(way());
    }

    WireBench.Way way() {
        return WireBench.Way.DIRECT;
    }

    private static final class Lobby extends WireBench<Sensors> implements SensorsBench {

        Lobby(WireBench.Way way) {
            // The standard has one service for speaker and sensors, so they are lost together.
            super(Sensors.class, TerminalDevice.SPEAKER, way);
        }

        @Override
        public void sense(Sensors.Sensor sensor, boolean active) {
            switch (sensor) {
                case PROXIMITY -> terminal.surroundings().sense("proximitySensor", active ? "present" : "notPresent");
                case OPERATOR_SWITCH -> terminal.surroundings().sense("operatorSwitch", active ? "supervisor" : "run");
                case CABINET_DOOR -> terminal.surroundings().sense("cabinetDoor", active ? "open" : "closed");
                case HEADSET -> terminal.surroundings().sense("enhancedAudioSensor", active ? "present" : "notPresent");
            }
        }
    }
}
