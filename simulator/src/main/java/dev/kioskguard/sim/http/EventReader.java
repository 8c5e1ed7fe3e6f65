package dev.kioskguard.sim.http;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Server-sent events out of a stream of text (HTML Living Standard, 9.2.6), each with a JSON body. Not threadsafe. */
final class EventReader {

    /** A screen with all its texts has about 4,000 characters. */
    static final int EVENT_LENGTH_MAX = 256 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int END = -1;

    private final Reader text;
    private boolean afterReturn;

    EventReader(Reader text) {
        this.text = text;
    }

    /** Waits for the next event whose body is JSON; empty at the end of the stream. */
    Optional<ServerEvent> next() throws IOException {
        String name = "message";
        StringBuilder body = new StringBuilder();
        for (Optional<String> line = line(); line.isPresent(); line = line()) {
            String field = line.get();
            if (field.isEmpty()) {
                Optional<JsonNode> json = json(body);
                if (json.isPresent()) {
                    return Optional.of(new ServerEvent(name, json.get()));
                }
                name = "message";
                body.setLength(0);
            } else if (field.startsWith("event:")) {
                name = field.substring("event:".length()).strip();
            } else if (field.startsWith("data:")) {
                body.append(field, "data:".length(), field.length()).append('\n');
                requireBounded(body);
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> json(StringBuilder body) {
        try {
            return body.isEmpty() ? Optional.empty() : Optional.of(JSON.readTree(body.toString()));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Reads to the end of a line, which is a return, a newline, or both. */
    private Optional<String> line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = text.read(); next != END; next = text.read()) {
            if (next == '\n' && afterReturn) {
                afterReturn = false;
                continue;
            }
            afterReturn = next == '\r';
            if (next == '\n' || next == '\r') {
                return Optional.of(line.toString());
            }
            line.append((char) next);
            requireBounded(line);
        }
        return Optional.empty();
    }

    private static void requireBounded(StringBuilder text) throws IOException {
        if (text.length() > EVENT_LENGTH_MAX) {
            throw new IOException("an event is longer than " + EVENT_LENGTH_MAX + " characters");
        }
    }
}
