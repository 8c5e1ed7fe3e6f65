package dev.kioskguard.web.desk.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.BadSignatureException;
import com.webauthn4j.verifier.exception.BadTopOriginException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.UserNotPresentException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import dev.kioskguard.web.desk.staff.Passkey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The two ceremonies of WebAuthn Level 3, sections 7.1 and 7.2, as its library works them; no attestation is asked
 * for, and the phone always has to make sure of its owner. Thread-safe.
 */
final class Ceremonies {

    /** What a phone may sign with, best first: ECDSA with P-256, EdDSA, and what Windows has, RSA with SHA-256. */
    static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager library = WebAuthnManager.createNonStrictWebAuthnManager(converter);

    /**
     * Takes a new passkey (section 7.1).
     *
     * @param given whether a challenge was given out to whoever brings this; asked once
     */
    Passkey added(RelyingParty party, Attestation brought, Predicate<String> given, Instant at) throws Refusal.Thrown {
        try {
            RegistrationData parsed =
                    library.parse(new RegistrationRequest(bytes(brought.made()), bytes(brought.clientData())));
            ServerProperty server = server(party, challenge(parsed.getCollectedClientData(), given));
            List<PublicKeyCredentialParameters> parameters = ALGORITHMS.stream()
                    .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                    .toList();
            RegistrationData verified = library.verify(parsed, new RegistrationParameters(server, parameters, true));
            var authenticator = verified.getAttestationObject().getAuthenticatorData();
            AttestedCredentialData made = authenticator.getAttestedCredentialData();
            return new Passkey(
                    text(made.getCredentialId()),
                    text(converter.getCborMapper().writeValueAsBytes(made.getCOSEKey())),
                    authenticator.getSignCount(),
                    authenticator.isFlagBE(),
                    at);
        } catch (RuntimeException refused) {
            throw new Refusal.Thrown(why(refused));
        }
    }

    /**
     * Checks a signature (section 7.2).
     *
     * @param given as in {@link #added}
     * @param kept whose passkey it says it is; empty where nobody has it
     * @return the counter of the passkey by now
     */
    long signed(RelyingParty party, Assertion brought, Predicate<String> given, Optional<Passkey> kept)
            throws Refusal.Thrown {
        try {
            AuthenticationData parsed = library.parse(new AuthenticationRequest(
                    bytes(brought.passkey()),
                    bytes(brought.user()),
                    bytes(brought.authenticatorData()),
                    bytes(brought.clientData()),
                    bytes(brought.signature())));
            ServerProperty server = server(party, challenge(parsed.getCollectedClientData(), given));
            Passkey known = kept.orElseThrow(() -> new Refusal.Thrown(Refusal.UNKNOWN));
            var parameters = new AuthenticationParameters(server, record(known), null, true);
            return library.verify(parsed, parameters).getAuthenticatorData().getSignCount();
        } catch (RuntimeException refused) {
            throw new Refusal.Thrown(why(refused));
        }
    }

    /** It is taken back first of all: whatever else is wrong, nobody tries it twice. */
    private static Challenge challenge(@Nullable CollectedClientData client, Predicate<String> given)
            throws Refusal.Thrown {
        if (client == null || client.getChallenge() == null) {
            throw new Refusal.Thrown(Refusal.FORM);
        }
        if (!given.test(text(client.getChallenge().getValue()))) {
            throw new Refusal.Thrown(Refusal.CHALLENGE);
        }
        return client.getChallenge();
    }

    private static ServerProperty server(RelyingParty party, Challenge challenge) {
        return ServerProperty.builder()
                .origin(new Origin(party.origin()))
                .rpId(party.id())
                .challenge(challenge)
                .build();
    }

    private CredentialRecordImpl record(Passkey kept) {
        COSEKey key = converter.getCborMapper().readValue(bytes(kept.key()), COSEKey.class);
        var credential = new AttestedCredentialData(AAGUID.ZERO, bytes(kept.id()), key);
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                kept.shared(),
                null,
                kept.counter(),
                credential,
                null,
                null,
                null,
                null);
    }

    /** The library says what it refuses, but of what no phone ever sends its parsers throw whatever they come upon. */
    private static Refusal why(RuntimeException refused) {
        if (refused instanceof BadOriginException
                || refused instanceof BadTopOriginException
                || refused instanceof BadRpIdException) {
            return Refusal.ORIGIN;
        }
        if (refused instanceof UserNotPresentException || refused instanceof UserNotVerifiedException) {
            return Refusal.UNVERIFIED;
        }
        if (refused instanceof MaliciousCounterValueException) {
            return Refusal.COUNTER;
        }
        return refused instanceof BadSignatureException ? Refusal.SIGNATURE : Refusal.FORM;
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
