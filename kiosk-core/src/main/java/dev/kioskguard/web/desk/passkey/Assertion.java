package dev.kioskguard.web.desk.passkey;

import dev.kioskguard.web.desk.staff.Passkey;
import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.Problem;

/**
 * What a phone has signed to sign somebody in (WebAuthn Level 3, AuthenticatorAssertionResponse), all of it base64url.
 *
 * @param passkey its id
 * @param user the handle of whom it says it belongs to
 */
record Assertion(String passkey, String user, String clientData, String authenticatorData, String signature) {

    static final int CLIENT_DATA_LENGTH_MAX = 4_096;
    private static final int USER_LENGTH_MAX = 86;
    private static final int AUTHENTICATOR_DATA_LENGTH_MAX = 4_096;
    private static final int SIGNATURE_LENGTH_MAX = 1_024;

    /**
     * Reads one out of its object.
     *
     * @throws dev.kioskguard.web.http.ProblemException 422 naming what is missing, too long or no base64url
     */
    static Assertion of(Fields fields) {
        var assertion = new Assertion(
                text(fields, "id", Passkey.ID_LENGTH_MAX),
                text(fields, "user", USER_LENGTH_MAX),
                text(fields, "clientData", CLIENT_DATA_LENGTH_MAX),
                text(fields, "authenticatorData", AUTHENTICATOR_DATA_LENGTH_MAX),
                text(fields, "signature", SIGNATURE_LENGTH_MAX));
        fields.done();
        return assertion;
    }

    /** Reads a field in base64url, four letters of which are three bytes, so that one over is none. */
    static String text(Fields fields, String name, int lengthMax) {
        String text = fields.text(name, 1, lengthMax);
        if (!text.matches(Passkey.FORM) || text.length() % 4 == 1) {
            throw Problem.unprocessable(name + " must be base64url without padding")
                    .asException();
        }
        return text;
    }
}
