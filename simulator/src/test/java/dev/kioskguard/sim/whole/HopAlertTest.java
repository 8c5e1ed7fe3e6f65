package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.mqtt.Witness;
import dev.kioskguard.sim.broker.Mosquitto;
import dev.kioskguard.sim.http.Call;
import dev.kioskguard.sim.terminal.Card;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Two whole machines of a branch at a real broker, and somebody who listens to everything. */
@EnabledIf("dev.kioskguard.sim.broker.Mosquitto#isInstalled")
class HopAlertTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int WALL_PACE = 1;
    private static final String NUMBER = Card.of("honest").orElseThrow().number();

    @TempDir
    Path folder;

    @Test
    void aStopAtOneMachineIsKnownAtTheOtherThatWasDownThenAndNoNumberEverLeaves() throws Exception {
        try (Mosquitto broker = Mosquitto.start(Files.createDirectories(folder.resolve("broker")));
                Witness witness = Witness.at(broker.port())) {
            Premises first = machine("ATM-0001", broker);
            Premises second = machine("ATM-0002", broker);
            try (Simulation one = Simulation.start(first.options(WALL_PACE))) {
                stops(first.person());
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(hops(witness)).isOne());
                assertThat(one.missing()).isEmpty();
            }
            try (Simulation two = Simulation.start(second.options(WALL_PACE))) {
                await().atMost(SOON)
                        .until(() -> two.guard().guard().state().cards().size() == 1);
                Person customer = second.person();
                customer.insertCard();
                customer.transfer("zh-CN");
                assertThat(customer.screen()
                                .call(Call.get("/screen/state"))
                                .path("tier")
                                .asString())
                        .isEqualTo("orange");
                customer.answer("help");
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(String.join("\n", witness.everything()))
                                .as("whoever comes is told where it was")
                                .contains("\"code\":\"remembered-stop\"", "\"stopped\":{", "\"machine\":\"ATM-0001\""));
                customer.pullCard();
            }
            nothingTellsOfTheCard(witness);
        }
    }

    private static void stops(Person customer) {
        customer.insertCard();
        customer.transfer("zh-CN");
        customer.answer("stop");
        customer.pullCard();
    }

    private static long hops(Witness witness) {
        return witness.standing.keySet().stream()
                .filter(topic -> topic.startsWith("kioskguard/B-001/ATM-0001/hops/"))
                .count();
    }

    private static void nothingTellsOfTheCard(Witness witness) throws NoSuchAlgorithmException {
        String all = String.join("\n", witness.everything());
        assertThat(all).as("control: it was heard").contains("\"kind\":\"hop\"", "ATM-0002");
        assertThat(all).doesNotContain(NUMBER, NUMBER.substring(0, 12), NUMBER.substring(6));
        for (String algorithm : new String[] {"MD5", "SHA-1", "SHA-256", "SHA-512"}) {
            byte[] hash = MessageDigest.getInstance(algorithm).digest(NUMBER.getBytes(StandardCharsets.US_ASCII));
            assertThat(all)
                    .doesNotContainIgnoringCase(HexFormat.of().formatHex(hash).substring(0, 16))
                    .doesNotContain(Base64.getEncoder().encodeToString(hash).substring(0, 16))
                    .doesNotContain(Base64.getUrlEncoder().encodeToString(hash).substring(0, 16));
        }
    }

    private Premises machine(String name, Mosquitto broker) throws IOException {
        Premises machine = Premises.in(Files.createDirectories(folder.resolve(name)));
        Path secret = folder.resolve("branch.secret");
        Files.writeString(secret, "A".repeat(43) + "=\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        Path file = machine.config().resolve("kiosk.yaml");
        Files.writeString(
                file,
                Files.readString(file).replace("id: ATM-0001", "id: " + name).replace("paging:\n", """
                                paging:
                                  broker: {uri: "%s", branch-secret: "%s"}
                                """.formatted(
                                broker.uri(), secret)));
        return machine;
    }
}
