package dev.kioskguard.web.desk.passkey;

import dev.kioskguard.web.http.Fields;

/**
 * What a phone says of a passkey that it has made (WebAuthn Level 3, AuthenticatorAttestationResponse), in base64url.
 *
 * @param made the new passkey, CBOR
 * @param clientData JSON
 */
record Attestation(String made, String clientData) {

    private static final int MADE_LENGTH_MAX = 8_192;

    /** Reads one out of a body. Fails as {@link Assertion#of} does. */
    static Attestation of(Fields fields) {
        var attestation = new Attestation(
                Assertion.text(fields, "attestation", MADE_LENGTH_MAX),
                Assertion.text(fields, "clientData", Assertion.CLIENT_DATA_LENGTH_MAX));
        fields.done();
        return attestation;
    }
}
