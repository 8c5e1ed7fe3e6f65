package dev.kioskguard.sim.bank.app;

import dev.kioskguard.transfer.EndState;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where a guarded transfer stands, as {@code GET /api/transfers/{id}} tells it.
 *
 * @param clearance the compact token; null unless cleared
 */
public record TransferState(
        String transferId, String state, @Nullable String clearance) {

    static TransferState of(String transferId, JsonNode answer) {
        return new TransferState(
                transferId,
                answer.path("state").asString(""),
                answer.path("clearance").stringValue(null));
    }

    public boolean hasEnded() {
        return Arrays.stream(EndState.values()).anyMatch(end -> end.word().equals(state));
    }

    @Override
    public String toString() {
        return "TransferState[" + transferId + ", " + state + "]";
    }
}
