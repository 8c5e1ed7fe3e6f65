package dev.kioskguard.sim.standin;

import java.util.List;
import java.util.Map;

/** The channels that a page owes a proof of, for each kind of screen, in the order in which a browser gets to them. */
public final class Owed {

    public static final String VOICE = "voice";

    private static final List<String> QUESTION = List.of("text");
    private static final List<String> POSTER = List.of("text", "sign");
    private static final List<String> CONFIRMATION = List.of("text", "payee", "amount", "timing");

    private static final Map<String, List<String>> SEEN = Map.ofEntries(
            Map.entry("ask-purpose", QUESTION),
            Map.entry("ask", QUESTION),
            Map.entry("comprehension", QUESTION),
            Map.entry("warning", List.of("text", "sign", "popup")),
            Map.entry("hang-up", POSTER),
            Map.entry("reminder", POSTER),
            Map.entry("held", POSTER),
            Map.entry("confirm", CONFIRMATION),
            Map.entry("confirm-again", CONFIRMATION));

    private Owed() {}

    /** Returns the channels that are seen, without the voice. */
    public static List<String> seen(String kind) {
        return SEEN.getOrDefault(kind, List.of());
    }

    /** Says whether the voice of such a screen is to be proven, if it has one. */
    public static boolean heard(String kind) {
        return SEEN.containsKey(kind);
    }
}
