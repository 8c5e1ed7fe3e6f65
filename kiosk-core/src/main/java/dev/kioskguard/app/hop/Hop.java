package dev.kioskguard.app.hop;

import dev.kioskguard.audit.Line;
import dev.kioskguard.audit.RecordJson;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;

/**
 * One machine's word that a transfer with a card was stopped there.
 *
 * @param card by whose name of that day the neighbours know it
 * @param until when the stop is forgotten, at most {@link #LIFE_MAX} after it
 */
record Hop(String branch, String machine, Card card, Instant stoppedAt, Instant until) {

    static final Duration LIFE_MAX = Duration.ofHours(24);

    private static final String KIND = "hop";
    private static final int TEXT_LENGTH_MAX = 1_024;
    private static final int ID_LENGTH = 24;
    private static final ObjectReader STRICT = RecordJson.MAPPER
            .readerFor(Said.class)
            .with(
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22}");

    /**
     * What a card is called on a day.
     *
     * @param day by UTC
     */
    record Card(LocalDate day, String token) {

        static LocalDate dayOf(Instant at) {
            return LocalDate.ofInstant(at, ZoneOffset.UTC);
        }
    }

    /** Returns the same id for the same word, whenever it is said. */
    String id() {
        return Line.hashOf(claims()).substring(0, ID_LENGTH);
    }

    /** Returns the word as it is said, with its seal. */
    String text(BranchSecret secret) {
        return RecordJson.MAPPER.writeValueAsString(new Said(
                id(),
                KIND,
                branch,
                machine,
                card.day().toString(),
                card.token(),
                stoppedAt.toString(),
                until.toString(),
                secret.seal(card.day(), claims())));
    }

    private String claims() {
        return String.join("\n", branch, machine, card.day().toString(), card.token(), "" + stoppedAt, "" + until);
    }

    /** Reads a word back; empty for what is none, whoever has said it. */
    static Optional<Sealed> read(String text) {
        try {
            return text.length() > TEXT_LENGTH_MAX
                    ? Optional.empty()
                    : Optional.ofNullable(STRICT.<Said>readValue(text)).map(Said::sealed);
        } catch (JacksonException | DateTimeException | IllegalArgumentException garbage) {
            return Optional.empty();
        }
    }

    /** A word as it came: nothing is known yet of who has said it. */
    record Sealed(Hop hop, String seal) {

        boolean isOf(BranchSecret secret) {
            return secret.isSealed(hop.card.day(), hop.claims(), seal);
        }
    }

    /** The word as JSON. */
    private record Said(
            String messageId,
            String kind,
            String branch,
            String machine,
            String day,
            String token,
            String stoppedAt,
            String until,
            String seal) {

        Sealed sealed() {
            if (!TOKEN.matcher(token).matches() || !kind.equals(KIND)) {
                throw new IllegalArgumentException("a word of another kind");
            }
            var card = new Card(LocalDate.parse(day), token);
            return new Sealed(new Hop(branch, machine, card, Instant.parse(stoppedAt), Instant.parse(until)), seal);
        }
    }
}
