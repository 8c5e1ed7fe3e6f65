package dev.kioskguard.transfer.clearance;

import dev.kioskguard.audit.Head;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The journal's head, signed to be kept outside of the machine, so that a later cut or rewrite shows. */
public record Checkpoint(Head journal, Instant at, String terminal) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    String json() {
        return JSON.writeValueAsString(JSON.createObjectNode()
                .put("journal", journal.text())
                .put("at", at.toString())
                .put("terminal", terminal));
    }

    /**
     * Reads a signed checkpoint.
     *
     * @throws TokenRefusedException if it is none or no known key signed it
     */
    public static Checkpoint verify(String token, PublicKeys keys) {
        try {
            JsonNode node = JSON.readTree(SignedToken.verify(ClearanceKeys.CHECKPOINT_TYPE, token, keys));
            return new Checkpoint(
                    Head.parse(node.required("journal").stringValue()),
                    Instant.parse(node.required("at").stringValue()),
                    node.required("terminal").stringValue());
        } catch (JacksonException | DateTimeParseException | IllegalArgumentException e) {
            throw new TokenRefusedException(Refusal.FORM, "the token does not hold the claims of a checkpoint", e);
        }
    }
}
