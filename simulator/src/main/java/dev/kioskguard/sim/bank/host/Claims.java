package dev.kioskguard.sim.bank.host;

import java.time.Instant;

/**
 * What a clearance with a good signature says, as far as the host acts on it.
 *
 * @param tokenId the {@code jti}: spent once
 * @param expires until when it may be handed in
 * @param notBefore when the money may move
 * @param digest over the canonical form of the transfer
 */
public record Claims(String tokenId, Instant expires, Instant notBefore, Subject subject, String digest) {

    /** What the clearance was made for. */
    public record Subject(String terminal, String session, String transfer) {}
}
