package dev.kioskguard.web.desk.passkey;

import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.authenticator.EdDSACOSEKey;
import com.webauthn4j.data.attestation.authenticator.RSACOSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A phone with one passkey, which may say of itself what a phone should not. */
public final class PhoneKey {

    /** What a phone can sign with. */
    public enum Kind {
        EC,
        ED25519,
        RSA
    }

    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int NEW_KEY = 0x40;
    private static final int ID_BYTES = 16;

    private final Kind kind;
    private final KeyPair pair;
    private final ObjectConverter converter = new ObjectConverter();

    /** What the page's address says that it is; browsers see to it that it is true. */
    public String origin;

    public String host = "localhost";
    public boolean verified = true;
    public String user = "";
    public long counter;
    public byte[] id;

    /** A phone of its own at the page of that origin; its ids are {@code number}, and it counts its signatures. */
    public PhoneKey(Kind kind, String origin, int number) {
        this.kind = kind;
        this.origin = origin;
        this.id = ByteBuffer.allocate(ID_BYTES).putInt(number).array();
        try {
            pair = KeyPairGenerator.getInstance(kind.name()).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns what its browser posts to add it. */
    public String made(JsonNode asked) {
        user = asked.path("user").path("id").asString();
        byte[] key = converter.getCborMapper().writeValueAsBytes(publicKey());
        byte[] data = concat(
                authenticatorData(NEW_KEY),
                new byte[16],
                ByteBuffer.allocate(2).putShort((short) id.length).array(),
                id,
                key);
        byte[] attestation = converter
                .getCborMapper()
                .writeValueAsBytes(Map.of("fmt", "none", "attStmt", Map.of(), "authData", data));
        return json(Map.of("attestation", text(attestation), "clientData", text(clientData("webauthn.create", asked))));
    }

    /** Returns what its browser posts to sign in; each time it has signed once more. */
    public String signed(JsonNode asked) {
        counter++;
        byte[] client = clientData("webauthn.get", asked);
        byte[] data = authenticatorData(0);
        return json(Map.of(
                "passkey",
                Map.of(
                        "id", text(id),
                        "user", user,
                        "clientData", text(client),
                        "authenticatorData", text(data),
                        "signature", text(signature(concat(data, sha256(client)))))));
    }

    public String idText() {
        return text(id);
    }

    private byte[] clientData(String type, JsonNode asked) {
        return json(Map.of(
                        "type",
                        type,
                        "challenge",
                        asked.path("challenge").asString(),
                        "origin",
                        origin,
                        "crossOrigin",
                        false))
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(int more) {
        byte flags = (byte) (PRESENT | (verified ? VERIFIED : 0) | more);
        return concat(
                sha256(host.getBytes(StandardCharsets.UTF_8)),
                new byte[] {flags},
                ByteBuffer.allocate(4).putInt((int) counter).array());
    }

    private COSEKey publicKey() {
        return switch (kind) {
            case EC -> EC2COSEKey.create((ECPublicKey) pair.getPublic(), COSEAlgorithmIdentifier.ES256);
            case ED25519 -> EdDSACOSEKey.create((EdECPublicKey) pair.getPublic(), COSEAlgorithmIdentifier.EdDSA);
            case RSA -> RSACOSEKey.create((RSAPublicKey) pair.getPublic(), COSEAlgorithmIdentifier.RS256);
        };
    }

    private byte[] signature(byte[] text) {
        String algorithm = switch (kind) {
            case EC -> "SHA256withECDSA";
            case ED25519 -> "Ed25519";
            case RSA -> "SHA256withRSA";
        };
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(pair.getPrivate());
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] concat(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }

    private static String json(Map<String, ?> object) {
        return JsonMapper.builder().build().writeValueAsString(object);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
