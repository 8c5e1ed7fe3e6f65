package dev.kioskguard.sim.bank.host;

import tools.jackson.databind.JsonNode;

/** The digest over a transfer's canonical form, as the guard documents it. */
@FunctionalInterface
public interface TransferDigest {

    /**
     * Computes the digest over {@code transfer} (the body of {@code POST /api/transfers}) at a terminal and in a visit.
     *
     * @throws RefusedException with {@link Refusal#FORM} if it is no transfer
     */
    String of(JsonNode transfer, Claims.Subject subject);
}
