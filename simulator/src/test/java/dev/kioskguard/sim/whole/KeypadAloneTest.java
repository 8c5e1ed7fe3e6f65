package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.sim.http.Call;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A terminal without touch: card and keypad, and nothing else. */
@SuppressWarnings("try") // What is only there and closed again is never named.
class KeypadAloneTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void aWholeTransferIsPaidByTheKeysThatEachScreenNames() throws Exception {
        Premises premises = Premises.in(folder);
        try (Simulation simulation = Simulation.start(premises.options())) {
            Person person = premises.person();
            arrive(person);
            String id;
            try (HonestCustomer customer = HonestCustomer.onKeys(person)) {
                id = person.transfer("zh-CN");
                await().atMost(PATIENCE).until(() -> person.booked(id).equals("paid"));
            }
            assertThat(person.state(id).path("state").asString()).isEqualTo("cleared");
            person.pullCard();
            assertThat(person.card()).isEqualTo("returned");
        }
        List<String> kinds = Papers.of(premises.data(), List.of()).lines().stream()
                .map(line -> line.fields().kind())
                .toList();
        assertThat(kinds).as("how it was answered").contains("KeyPressed").doesNotContain("ChoiceMade", "TextTyped");
    }

    @Test
    void aKeypadThatIsLostMidwayLetsNothingGoAndTheCustomerIsToldWhy() throws Exception {
        Premises premises = Premises.in(folder);
        try (Simulation simulation = Simulation.start(premises.options())) {
            Person person = premises.person();
            arrive(person);
            String id = person.transfer("zh-CN");
            person.breakDown("pin-pad", "lost");
            await().atMost(PATIENCE)
                    .until(() -> !person.health().path("status").asString().equals("ok"));

            await().atMost(PATIENCE).until(() -> person.state(id).has("verdict"));

            JsonNode shown = person.screen().call(Call.get("/screen/state"));
            assertThat(shown.path("kind").asString()).isEqualTo("result");
            assertThat(shown.path("body").toString()).contains("没有收到您的回答", "钱没有转出");
            assertThat(person.state(id).path("verdict").path("end").asString()).isEqualTo("expired");
            assertThat(person.state(id).path("verdict").path("reasons").toString())
                    .contains("silence");
            assertThat(person.host().path("transfers")).isEmpty();
            await().atMost(PATIENCE).until(() -> !person.card().equals("inside"));
        }
    }

    /** Comes with a card and keys the PIN, digit by digit. */
    private static void arrive(Person person) {
        person.insertCardOnly();
        List.of("1", "2", "3", "4", "enter").forEach(person::press);
    }
}
