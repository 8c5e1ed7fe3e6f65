package dev.kioskguard.sim.whole;

import static dev.kioskguard.sim.whole.WindowsMachine.SOON;
import static dev.kioskguard.sim.whole.WindowsMachine.there;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.xfs4iot.client.connection.Environment;
import dev.kioskguard.adapter.xfs4iot.client.connection.Timings;
import dev.kioskguard.adapter.xfs4iot.client.connection.Tls;
import dev.kioskguard.adapter.xfs4iot.client.device.Xfs4IotProvider;
import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.ServiceHost;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.wire.TerminalServices;
import java.nio.file.Path;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code kiosk.cmd} under Wine, with a Windows JVM; the terminal's devices are on the wire of this machine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnWindowsTest {

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private Path folder;
    private WindowsMachine machine;
    private ServiceHost wire;

    @BeforeAll
    void copyItThere(@TempDir Path folder) throws Exception {
        this.folder = folder;
        machine = WindowsMachine.in(folder);
        Alarms alarms = Alarms.on(clock);
        wire = TerminalServices.openAt(0, new Terminal(alarms, new SplittableRandom(1), "KG-WINDOWS-1"), alarms);
    }

    @AfterEach
    void powerOff() throws Exception {
        machine.powerOff();
    }

    @AfterAll
    void close() throws Exception {
        clock.shutdownNow();
        if (machine != null) {
            machine.powerOff();
            wire.close();
        }
    }

    @Test
    void theLayoutIsPrintedFromAFolderOfAnyName() throws Exception {
        WindowsMachine.Run layout = machine.start("layout", "--abi", "win32", "--version", "3.20");

        assertThat(layout.exitCode()).as(layout.err()).isZero();
        JsonNode structs = JsonMapper.builder().build().readTree(layout.out());
        assertThat(structs.path("WFSIDCSTATUS").path("size").asInt()).isEqualTo(164);
    }

    @Test
    void whatItDoesNotKnowItSays() throws Exception {
        WindowsMachine.Run unknown = machine.start("dance");

        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("no verb 'dance'");
    }

    @Test
    void aGuardServesAndItsJournalIsWhole() throws Exception {
        Premises premises = Apart.on(wire.publisher(), folder);
        Path data = machine.home().resolve("data");
        WindowsMachine.Run guard = machine.start(
                "run", "--config=" + there(premises.config()), "--data=data", "--port-base=" + premises.portBase());
        guard.says("ready ");
        Person person = new Person(premises.portBase(), data);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(person.health().path("devices"))
                        .hasSize(6)
                        .allSatisfy(device ->
                                assertThat(device.path("state").asString()).isEqualTo("online")));
        assertThat(person.health().path("journal").path("head").asString()).isNotEmpty();
        machine.powerOff();

        WindowsMachine.Run verify = machine.start("journal", "verify", "data\\journal.db");
        assertThat(verify.exitCode()).as(verify.out() + verify.err()).isZero();
    }

    @Test
    void aBridgeServesFromAProcessOfItsOwn() throws Exception {
        WindowsMachine.Run bridge = machine.start(
                "xfs-bridge",
                "--port=0",
                "--data=bridge",
                "--service=card-reader=xfs4iot:" + wire.service(TerminalServices.CARD_READER));
        Environment environment = Environment.create(new Tls(null, null).context(), new Random(1), Timings.STANDARD);
        try (CardReader reader = new Xfs4IotProvider(environment)
                .open(DeviceAddress.of("xfs4iot:" + bridge.says("ready ")), CardReader.class)) {
            await().atMost(SOON).until(() -> reader.status().isOnline());
            assertThat(machine.home().resolve("bridge/logs/xfs-bridge")).isNotEmptyDirectory();
        } finally {
            environment.loop().close();
        }
    }
}
