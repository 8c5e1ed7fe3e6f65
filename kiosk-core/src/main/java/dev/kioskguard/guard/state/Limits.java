package dev.kioskguard.guard.state;

import java.time.Duration;
import java.util.Map;

/**
 * Every wait of the guard, by name.
 *
 * @param silence how long a screen waits for an answer; twice as long for a customer whom the issuer calls elder
 * @param held how long a held transfer waits for a person
 * @param hangUp how long a call may go on before the transfer is given up
 * @param callOver how long a call must have been over
 * @param pause how long a paused transfer is kept
 * @param result how long a result stays on the screen
 * @param keyRepeat within which the same key again, to go on, is taken for a slip or an order
 * @param stopMemory how long a stop is remembered for the card
 * @param dwell how long each kind of screen must have been there before an answer is taken
 * @param voiceMax how long a warning waits for the proof that its voice was heard
 */
public record Limits(
        Duration silence,
        Duration held,
        Duration hangUp,
        Duration callOver,
        Duration pause,
        Duration result,
        Duration keyRepeat,
        Duration stopMemory,
        Dwell dwell,
        Duration voiceMax) {

    public static final Limits USUAL = new Limits(
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(5),
            Duration.ofSeconds(10),
            Duration.ofMinutes(5),
            Duration.ofSeconds(30),
            Duration.ofMillis(1500),
            Duration.ofHours(24),
            new Dwell(Duration.ofMillis(500), Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofSeconds(2)),
            Duration.ofSeconds(20));

    /** The least time on a screen, by what it does. */
    public record Dwell(Duration question, Duration warning, Duration reminder, Duration confirmation) {}

    /** How many wrong codes end a pause, or the chance to release a hold. */
    public static final int WRONG_CODES_MAX = 3;

    /** How many cards are remembered at once; beyond it the one touched longest ago is forgotten. */
    public static final int CARDS_REMEMBERED_MAX = 10_000;

    /** How many cards are remembered at once of which only neighbours have told; beyond it the one longest ago. */
    public static final int NEIGHBOURS_CARDS_MAX = 500;

    /** For how long a warning's layout is remembered for the card. */
    public static final Duration LAYOUT_MEMORY = Duration.ofDays(30);

    /** For how long Clear is held, or pressed again and again, as a silent call for help. */
    public static final Duration CLEAR_HELD = Duration.ofSeconds(3);

    /** Presses of Clear that are no further apart are one run. */
    public static final Duration CLEAR_GAP_MAX = Duration.ofMillis(1500);

    /** How often the wait of one screen may be extended. */
    public static final int EXTENSIONS_MAX = 10;

    /** How many transfers may be paused at once; beyond it the pause that began first lapses. */
    public static final int PAUSED_MAX = 64;

    /** How many requests to the bank may wait for their acknowledgement. */
    public static final int BANK_REQUESTS_MAX = 64;

    /** How many people must release a transfer, by the word of its tier. */
    public static final Map<String, Integer> RELEASES = Map.of("green", 1, "yellow", 1, "orange", 1, "red", 2);
}
