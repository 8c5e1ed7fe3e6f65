package dev.kioskguard.transfer.clearance;

import dev.kioskguard.transfer.TransferRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;

/**
 * What a clearance is about, in the one form that every language can write: UTF-8, one {@code name=value} a line, each
 * ended by a line feed. {@code docs/host/README.md} tells it to the host's programmers with a worked example.
 *
 * @param bank empty if unknown
 * @param minor amount in minor units of the currency
 */
public record CanonicalTransfer(
        String kind,
        String name,
        String account,
        String bank,
        String currency,
        long minor,
        String terminal,
        String session) {

    static final String FIRST_LINE = "kiosk-guard-transfer-1";

    public CanonicalTransfer {
        kind = value("kind", kind);
        name = value("payee.name", name);
        account = value("payee.account", account);
        bank = value("payee.bank", bank);
        currency = value("amount.currency", currency);
        terminal = value("terminal", terminal);
        session = value("session", session);
    }

    public static CanonicalTransfer of(TransferRequest request, String terminal, String session) {
        String bank = request.payee().bank();
        return new CanonicalTransfer(
                request.kind().word(),
                request.payee().name(),
                request.payee().account(),
                bank == null ? "" : bank,
                request.amount().currency(),
                request.amount().minor(),
                terminal,
                session);
    }

    /** Returns the canonical form. */
    public String text() {
        return String.join(
                "\n",
                FIRST_LINE,
                "kind=" + kind,
                "payee.name=" + name,
                "payee.account=" + account,
                "payee.bank=" + bank,
                "amount.currency=" + currency,
                "amount.minor=" + minor,
                "terminal=" + terminal,
                "session=" + session,
                "");
    }

    /** Returns the SHA-256 of the canonical form in lowercase hexadecimal. */
    public String digest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** Two spellings of one character are one value; a line feed in a value would begin a line of its own. */
    private static String value(String name, String value) {
        if (value.chars().anyMatch(Character::isISOControl) || hasLoneSurrogate(value)) {
            throw new IllegalArgumentException(name + " must not hold control characters or halves of characters");
        }
        return Normalizer.normalize(value, Normalizer.Form.NFC);
    }

    private static boolean hasLoneSurrogate(String value) {
        return value.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    @Override
    public String toString() {
        return "CanonicalTransfer[hidden, " + terminal + "]";
    }
}
