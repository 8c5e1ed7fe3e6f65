package dev.kioskguard.sim.bank.host;

import dev.kioskguard.transfer.clearance.Refusal;

/** A submission that the host does not take, with the word that tells why and nothing of what was handed in. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    public RefusedException(Refusal refusal) {
        super("the host refuses the submission: " + refusal.word());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
