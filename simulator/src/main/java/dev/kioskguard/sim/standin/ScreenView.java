package dev.kioskguard.sim.standin;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What is on the customer's screen, as {@code GET /screen/events} sends it.
 *
 * @param body the whole of it, for whoever reads more than these fields; personal, never logged
 */
public record ScreenView(String screenId, String kind, JsonNode body) {

    static ScreenView of(JsonNode body) {
        return new ScreenView(
                body.path("screenId").asString(""), body.path("kind").asString(""), body);
    }

    /** Returns the voice's clip, if the screen has one. */
    public Optional<String> clip() {
        return Optional.ofNullable(body.path("voice").path("clip").stringValue(null))
                .filter(clip -> !clip.isEmpty());
    }

    /** Returns what the voice is to do, such as {@code repeat} or {@code slower}; empty if nothing is said. */
    public String voiceState() {
        return body.path("voice").path("state").asString("");
    }

    @Override
    public String toString() {
        return "ScreenView[" + screenId + ", " + kind + "]";
    }
}
