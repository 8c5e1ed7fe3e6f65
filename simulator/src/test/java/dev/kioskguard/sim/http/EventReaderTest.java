package dev.kioskguard.sim.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventReaderTest {

    @Test
    void anEventHasANameAndAJsonBody() throws IOException {
        assertThat(all("event: transfer\ndata: {\"state\":\"asking\"}\n\n"))
                .containsExactly("transfer {\"state\":\"asking\"}");
    }

    @Test
    void aNamelessEventIsAMessageAndABodyMaySpanLines() throws IOException {
        assertThat(all("data: {\"a\":\ndata: 1}\n\n")).containsExactly("message {\"a\":1}");
    }

    @Test
    void linesEndInAnyOfThreeWays() throws IOException {
        assertThat(all("event:a\r\ndata:1\r\n\r\nevent:b\rdata:2\r\r")).containsExactly("a 1", "b 2");
    }

    @Test
    void commentsEmptyEventsAndBrokenBodiesArePassedOver() throws IOException {
        assertThat(all(": ping\n\nevent: x\n\ndata: {\n\nid: 7\nretry: 1\ndata: 3\n\n"))
                .containsExactly("message 3");
    }

    @Test
    void anEventCutShortIsNone() throws IOException {
        assertThat(all("data: 1\n\ndata: 2\n")).containsExactly("message 1");
    }

    @Test
    void anEventWithoutEndIsRefused() {
        String endless = "data: " + "x".repeat(EventReader.EVENT_LENGTH_MAX);
        assertThatThrownBy(() -> all(endless)).isInstanceOf(IOException.class);
    }

    private static List<String> all(String text) throws IOException {
        EventReader reader = new EventReader(new StringReader(text));
        List<String> events = new ArrayList<>();
        for (Optional<ServerEvent> next = reader.next(); next.isPresent(); next = reader.next()) {
            events.add(next.get().name() + " " + next.get().body());
        }
        return events;
    }
}
