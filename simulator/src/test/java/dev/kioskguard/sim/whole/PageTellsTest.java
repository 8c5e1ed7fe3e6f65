package dev.kioskguard.sim.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.sim.http.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the page is given to say, and what it tells the guard that is neither an answer nor evidence. */
class PageTellsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CLIP = "ask-purpose";

    @TempDir
    Path folder;

    @Test
    void whatTheSecondVoiceHasIsHeardAfterMandarin() throws Exception {
        Premises premises = Premises.in(folder);
        speaks(premises);
        try (Simulation simulation = Simulation.start(premises.options())) {
            Person person = premises.person();
            person.insertCard();
            person.transfer("zh-CN");
            await().atMost(PATIENCE).until(() -> !spoken(person).isEmpty());

            assertThat(spoken(person)).containsExactly(CLIP, "yue:" + CLIP);
            assertThat(state(person).path("voice").path("clip").asString())
                    .as("what is proven is Mandarin")
                    .isEqualTo(CLIP);
            assertThat(simulation.guard().guard().state().open()).as("control").isNotNull();
        }
    }

    @Test
    void aVoiceThatHasBegunIsTakenAndARepeatedTouchIsCountedAndJournaled() throws Exception {
        Premises premises = Premises.in(folder);
        try (Simulation simulation = Simulation.start(premises.options())) {
            Person person = premises.person();
            person.insertCard();
            person.transfer("zh-CN");
            await().atMost(PATIENCE).until(() -> !spoken(person).isEmpty());
            String shown = state(person).path("screenId").asString();
            long ignored = person.health().path("keysIgnored").asLong();

            person.screen()
                    .call(Call.post(
                            "/screen/proofs",
                            Map.of("screenId", shown, "channel", "voice-started", "ok", true, "detail", "started")));
            person.screen()
                    .call(Call.post("/screen/answers", Map.of("screenId", shown, "choice", "rent", "repeated", true)));

            assertThat(person.health().path("keysIgnored").asLong()).isEqualTo(ignored + 1);
            assertThat(state(person).path("screenId").asString()).isEqualTo(shown);
            assertThat(simulation.guard().guard().state().open()).as("control").isNotNull();
        }
        Papers papers = Papers.of(premises.data(), List.of());
        assertThat(papers.lines()).anyMatch(line -> line.fields().kind().equals("TouchRepeated"));
        assertThat(papers.replayed().disagreement()).isNull();
    }

    private static void speaks(Premises premises) throws IOException {
        Path file = premises.config().resolve("kiosk.yaml");
        String shipped = Files.readString(file);
        assertThat(shipped).as("control").contains("# second-voice: yue ");
        Files.writeString(file, shipped.replace("# second-voice: yue ", "second-voice: yue "));
        Path clips = premises.config().resolve("voices/recorded");
        Path second = Files.createDirectories(clips.resolve("yue"));
        Files.copy(clips.resolve(CLIP + ".wav"), second.resolve(CLIP + ".wav"));
    }

    private static List<String> spoken(Person person) {
        JsonNode shown = state(person);
        var clips = new ArrayList<String>();
        if (shown.path("kind").asString().equals(CLIP)) {
            shown.path("voice").path("list").forEach(clip -> clips.add(clip.asString()));
        }
        return clips;
    }

    private static JsonNode state(Person person) {
        return person.screen().call(Call.get("/screen/state"));
    }
}
