package dev.kioskguard.sim.xfs.driver;

import static dev.kioskguard.device.Stages.PATIENCE;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.xfs.header.Header;
import dev.kioskguard.adapter.xfs.header.Siu;
import dev.kioskguard.adapter.xfs.header.Struct;
import dev.kioskguard.adapter.xfs.header.Version;
import dev.kioskguard.adapter.xfs.memory.ForeignMemory;
import dev.kioskguard.device.Inspected;
import dev.kioskguard.device.Inspected.Fact;
import dev.kioskguard.device.Inspected.Kind;
import dev.kioskguard.device.Sensors;
import dev.kioskguard.sim.xfs.NativeTerminal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of asking a service for the events of its ports is told to whoever inspects it. */
class NativePortsTest {

    private final XfsBench<Sensors> bench = new XfsBench<>(Sensors.class, NativeTerminal.SENSORS);

    @AfterEach
    void close() {
        bench.close();
    }

    private static List<Fact> facts(Sensors sensors) {
        return ((Inspected) sensors).inspect();
    }

    @Test
    void eventsThatAreEnabledAreDeclared() {
        Sensors sensors = bench.open();

        await().atMost(PATIENCE).until(() -> facts(sensors).contains(new Fact(Kind.EVENT, "ports", "enabled")));
    }

    /** What it says that it has is more than it has, so that it refuses to tell of it. */
    @Test
    void eventsThatAreRefusedAreSilenceWithTheReason() {
        Struct can = Header.of(ForeignMemory.here().abi(), Version.V3_30).struct("WFSSIUCAPS");
        int microphone = can.field("fwSensors").offset() + Siu.WFS_SIU_HEADSETMICROPHONE * Short.BYTES;
        bench.terminal.hostile(NativeTerminal.SENSORS, "patch info 802 %d 0100".formatted(microphone));
        Sensors sensors = bench.open();

        await().atMost(PATIENCE)
                .until(() -> facts(sensors).stream()
                        .anyMatch(fact ->
                                fact.kind() == Kind.SILENCE && fact.value().contains("WFS_ERR_SIU_INVALID_PORT")));
    }
}
