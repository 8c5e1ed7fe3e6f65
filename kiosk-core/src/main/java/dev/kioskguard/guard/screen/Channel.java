package dev.kioskguard.guard.screen;

import dev.kioskguard.transfer.Evidence;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A way in which something reaches the customer, of which the page has to prove that it did. */
public enum Channel {
    VOICE,
    TEXT,
    SIGN,
    POPUP,
    PAYEE,
    AMOUNT,
    TIMING,
    /** The voice has begun, which proves nothing about its end: journaled, and never evidence of anything. */
    VOICE_STARTED;

    /** The four channels of the legal prompt (notice 261 of 2016). */
    public static final Set<Channel> PROMPT = Set.of(VOICE, TEXT, SIGN, POPUP);

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Channel> of(String word) {
        return Arrays.stream(values())
                .filter(channel -> channel.word().equals(word))
                .findFirst();
    }

    /** Returns the evidence that a warning's and a first confirmation's proven channels make. */
    public static Evidence evidence(Set<Channel> warned, Set<Channel> confirmed, boolean realTimeShown) {
        return new Evidence(
                warned.contains(VOICE),
                warned.contains(TEXT),
                warned.contains(SIGN),
                warned.contains(POPUP),
                confirmed.contains(PAYEE) && confirmed.contains(AMOUNT),
                realTimeShown && confirmed.contains(TIMING),
                false);
    }
}
