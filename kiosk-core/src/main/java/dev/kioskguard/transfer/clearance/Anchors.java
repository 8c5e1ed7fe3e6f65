package dev.kioskguard.transfer.clearance;

import dev.kioskguard.audit.Head;

/** Heads of the journal that stand in signed tokens: checkpoints, and clearances whatever became of them. */
public final class Anchors {

    private Anchors() {}

    /**
     * Returns the head that a checkpoint or a clearance carries.
     *
     * @throws TokenRefusedException if the token is neither or no known key signed it
     */
    public static Head head(String token, PublicKeys keys) {
        try {
            return Checkpoint.verify(token, keys).journal();
        } catch (TokenRefusedException notACheckpoint) {
            if (notACheckpoint.reason() != Refusal.FORM) {
                throw notACheckpoint;
            }
            return ClearanceVerifier.claims(token, keys).journal();
        }
    }
}
