package dev.kioskguard.sim.xfs.driver;

import dev.kioskguard.device.Sensors;
import dev.kioskguard.device.Sensors.Sensor;
import dev.kioskguard.device.SensorsContract;
import dev.kioskguard.sim.xfs.NativeTerminal;

class NativeSensorsTest extends SensorsContract {

    @Override
    protected SensorsBench newBench() {
        return new Surroundings();
    }

    private static final class Surroundings extends XfsBench<Sensors> implements SensorsBench {

        Surroundings() {
            super(Sensors.class, NativeTerminal.SENSORS);
        }

        @Override
        public void sense(Sensor sensor, boolean active) {
            terminal.sense(service, sensor.name(), active);
        }
    }
}
