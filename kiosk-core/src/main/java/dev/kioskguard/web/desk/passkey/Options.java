package dev.kioskguard.web.desk.passkey;

import dev.kioskguard.web.desk.staff.Passkey;
import dev.kioskguard.web.desk.staff.Staff;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a browser is asked, in the JSON form of WebAuthn Level 3 section 5.1.10: bytes are base64url. */
final class Options {

    private Options() {}

    /** Asks for any passkey of this desk: which is whose the phone knows, so that nobody types a name. */
    static Map<String, Object> toSignIn(RelyingParty party, String challenge) {
        var body = common(challenge);
        body.put("rpId", party.id());
        body.put("userVerification", "required");
        return body;
    }

    /** Asks for a new passkey, on a phone that has none of this person yet. */
    static Map<String, Object> toAdd(RelyingParty party, String challenge, Staff staff) {
        var body = common(challenge);
        body.put("rp", Map.of("id", party.id(), "name", RelyingParty.NAME));
        body.put("user", Map.of("id", handle(staff.id()), "name", staff.id(), "displayName", staff.name()));
        body.put(
                "pubKeyCredParams",
                Ceremonies.ALGORITHMS.stream()
                        .map(algorithm -> Map.of("type", "public-key", "alg", algorithm.getValue()))
                        .toList());
        body.put("attestation", "none");
        body.put(
                "authenticatorSelection",
                Map.of("residentKey", "required", "requireResidentKey", true, "userVerification", "required"));
        body.put("excludeCredentials", names(staff.passkeys()));
        return body;
    }

    /** Returns what a phone knows a person by: nothing that says who they are to whoever finds it there. */
    static String handle(String staff) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(staff.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }

    private static Map<String, Object> common(String challenge) {
        var body = new LinkedHashMap<String, Object>();
        body.put("challenge", challenge);
        body.put("timeout", Challenges.LIFE.toMillis());
        return body;
    }

    private static List<Map<String, String>> names(List<Passkey> passkeys) {
        return passkeys.stream()
                .map(passkey -> Map.of("type", "public-key", "id", passkey.id()))
                .toList();
    }
}
