package dev.kioskguard.sim.bank.host;

/** Where the host gets the guard's public keys: {@code GET /api/clearance-keys} of the bank application's API. */
@FunctionalInterface
public interface ClearanceKeys {

    /**
     * Fetches the JWK set as JSON text.
     *
     * @throws HostUnreachableException if the guard does not answer; the host then cannot verify anything
     */
    String fetch();
}
