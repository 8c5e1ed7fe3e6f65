package dev.kioskguard.transfer.clearance;

import dev.kioskguard.audit.Head;
import dev.kioskguard.transfer.DelayMode;
import dev.kioskguard.transfer.Tier;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a clearance says. {@code iat} and {@code exp} are whole seconds.
 *
 * @param jti never the same twice
 * @param exp from this instant on the host takes the clearance no more
 * @param digest of the {@link CanonicalTransfer}
 * @param notBefore when the money may move
 * @param pack name and version of the content that the customer was shown
 * @param journal the journal's head when the clearance was written, kept here outside of the machine
 */
public record ClearanceClaims(
        String jti,
        Instant iat,
        Instant exp,
        String terminal,
        String session,
        String transfer,
        String digest,
        Tier tier,
        DelayMode delay,
        Instant notBefore,
        String pack,
        Head journal) {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public ClearanceClaims {
        iat = iat.truncatedTo(ChronoUnit.SECONDS);
        exp = exp.truncatedTo(ChronoUnit.SECONDS);
        if (jti.isBlank() || !DIGEST.matcher(digest).matches()) {
            throw new IllegalArgumentException("a clearance needs a jti and a digest of 64 hexadecimal digits");
        }
    }

    String json() {
        return JSON.writeValueAsString(JSON.createObjectNode()
                .put("jti", jti)
                .put("iat", iat.getEpochSecond())
                .put("exp", exp.getEpochSecond())
                .put("terminal", terminal)
                .put("session", session)
                .put("transfer", transfer)
                .put("digest", digest)
                .put("tier", tier.word())
                .put("delay", delay.word())
                .put("notBefore", notBefore.toString())
                .put("pack", pack)
                .put("journal", journal.text()));
    }

    /** Reads the claims of a token whose signature holds. */
    static ClearanceClaims parse(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            String tier = text(node, "tier");
            String delay = text(node, "delay");
            return new ClearanceClaims(
                    text(node, "jti"),
                    seconds(node, "iat"),
                    seconds(node, "exp"),
                    text(node, "terminal"),
                    text(node, "session"),
                    text(node, "transfer"),
                    text(node, "digest"),
                    Arrays.stream(Tier.values())
                            .filter(known -> known.word().equals(tier))
                            .findFirst()
                            .orElseThrow(() -> new IllegalArgumentException("tier is unknown")),
                    DelayMode.of(delay).orElseThrow(() -> new IllegalArgumentException("delay is unknown")),
                    Instant.parse(text(node, "notBefore")),
                    text(node, "pack"),
                    Head.parse(text(node, "journal")));
        } catch (JacksonException | DateTimeParseException | IllegalArgumentException e) {
            throw new TokenRefusedException(Refusal.FORM, "the token does not hold the claims of a clearance", e);
        }
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null || !value.isString()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value.stringValue();
    }

    private static Instant seconds(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        long seconds = value.longValue();
        if (seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
            throw new IllegalArgumentException(name + " is out of range");
        }
        return Instant.ofEpochSecond(seconds);
    }
}
