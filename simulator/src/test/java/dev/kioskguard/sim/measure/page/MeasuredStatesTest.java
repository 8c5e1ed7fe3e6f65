package dev.kioskguard.sim.measure.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.content.ContentPack;
import dev.kioskguard.content.pack.ContentPacks;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class MeasuredStatesTest {

    @Test
    void everyTextThatShipsIsAStateWithWordsAndAnswers() {
        ContentPack pack = ContentPacks.read(Path.of("..", "config", "content"));
        var states = new MeasuredStates(pack);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < pack.words().screens().size(); i++) {
            ObjectNode state = states.next();
            ids.add(state.path("screenId").asString());
            assertThat(state.path("title").asString()).isNotBlank();
            assertThat(state.path("choices")).isNotEmpty();
        }
        assertThat(ids).as("no two are the same").hasSameSizeAs(pack.words().screens());
    }
}
