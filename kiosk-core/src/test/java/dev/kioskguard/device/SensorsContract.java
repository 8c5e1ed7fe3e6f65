package dev.kioskguard.device;

import static dev.kioskguard.device.Stages.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.device.Sensors.Sensor;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every driver of sensors promises. */
public abstract class SensorsContract extends DeviceContract<Sensors, SensorsContract.SensorsBench> {

    /** Sensors, and something for them to sense. */
    public interface SensorsBench extends Bench<Sensors> {

        void sense(Sensor sensor, boolean active);
    }

    @ParameterizedTest
    @EnumSource(Sensor.class)
    final void whatBeginsAndEndsIsTold(Sensor sensor) {
        List<Set<Sensor>> told = new CopyOnWriteArrayList<>();
        device().onActive(told::add);

        bench.sense(sensor, true);
        await().atMost(PATIENCE).until(() -> device().active().contains(sensor));
        bench.sense(sensor, false);
        await().atMost(PATIENCE).until(() -> !device().active().contains(sensor));

        assertThat(told).first().satisfies(first -> assertThat(first).doesNotContain(sensor));
        assertThat(told).anySatisfy(set -> assertThat(set).contains(sensor));
    }

    @Test
    final void severalAreKnownAtOnce() {
        bench.sense(Sensor.PROXIMITY, true);
        bench.sense(Sensor.OPERATOR_SWITCH, true);

        await().atMost(PATIENCE)
                .until(() -> device().active().containsAll(Set.of(Sensor.PROXIMITY, Sensor.OPERATOR_SWITCH)));
    }

    @Test
    final void nothingIsKnownOfSensorsThatAreLost() {
        bench.sense(Sensor.PROXIMITY, true);
        await().atMost(PATIENCE).until(() -> device().active().contains(Sensor.PROXIMITY));

        bench.cutLine();

        await().atMost(PATIENCE).until(() -> device().active().isEmpty());
    }
}
