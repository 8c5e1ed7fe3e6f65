package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.audit.Head;
import dev.kioskguard.transfer.clearance.Anchors;
import dev.kioskguard.transfer.clearance.PublicKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@SuppressWarnings("try") // What is only there and closed again is never named.
class WholeTransferTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void anHonestCustomersTransferIsPaidOnceAndEveryStepOfItIsWrittenDown() throws Exception {
        Premises premises = Premises.in(folder);
        String id;
        JsonNode end;
        List<String> warnings = new CopyOnWriteArrayList<>();
        try (Simulation simulation = Simulation.start(premises.options());
                HonestCustomer customer = new HonestCustomer(premises.person().screen(), "family-support", shown -> {
                    if (shown.path("kind").asString().equals("warning")) {
                        warnings.add(shown.path("body").toString());
                    }
                })) {
            Person person = premises.person();
            person.insertCard();
            id = person.transfer("zh-CN");
            await().atMost(PATIENCE).until(() -> !person.booked(id).isEmpty());
            end = person.state(id);
            assertThat(person.booked(id)).isEqualTo("paid");
            assertThat(person.host().path("transfers")).hasSize(1);
            assertThat(person.health().path("status").asString()).isEqualTo("ok");
            person.pullCard();
            assertThat(person.card()).isEqualTo("returned");
        }
        assertThat(end.path("verdict").path("end").asString()).isEqualTo("cleared");
        assertThat(warnings)
                .as("what is about to happen, said plainly")
                .isNotEmpty()
                .allSatisfy(said -> assertThat(said).contains("您正在把 20,000 元转给张**，尾号 9876。"));
        String clearance = end.path("clearance").asString();
        Head anchor = Anchors.head(clearance, PublicKeys.parse(premises.kept("clearance-keys.json")));
        Papers papers = Papers.of(premises.data(), List.of(anchor));
        assertThat(papers.broken()).isEmpty();
        assertThat(papers.replayed().disagreement()).isNull();
        assertThat(papers.replayed().agreed()).as("control").isGreaterThan(20);
        assertThat(papers.stages(id)).containsSubsequence(KilledGuardTest.MANDATORY);
        Head forged = new Head(anchor.sequence(), "0".repeat(64));
        assertThat(Papers.of(premises.data(), List.of(forged)).broken())
                .as("control: an anchor is compared")
                .isPresent();
    }
}
