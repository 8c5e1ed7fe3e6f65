package dev.kioskguard.sim.browser;

import dev.kioskguard.content.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * One screen in one mode and language, as a guard that fills every field sends it.
 *
 * @param layout one of the four of a warning; empty for every other kind, and for a warning that names none
 */
record Variant(String textId, String layout, String mode, String language) {

    static final List<String> MODES = List.of("ordinary", "elder", "plain", "audio");
    static final List<String> LAYOUTS = List.of("", "poster", "split", "letter", "board");
    static final List<String> LANGUAGES = List.of("zh", "en");

    /** Returns every kind in every mode and language, warnings in every layout too. */
    static List<Variant> all() {
        List<Variant> all = new ArrayList<>();
        for (String textId : texts()) {
            for (String layout : Screens.kindOf(textId).equals("warning") ? LAYOUTS : List.of("")) {
                for (String mode : MODES) {
                    LANGUAGES.forEach(language -> all.add(new Variant(textId, layout, mode, language)));
                }
            }
        }
        return all;
    }

    /** Returns the longest text of each kind, and those whose controls are unlike the rest of their kind. */
    static List<String> texts() {
        Stream<String> longest =
                Screens.ids().stream().collect(Collectors.groupingBy(Screens::kindOf)).values().stream()
                        .map(ids -> ids.stream()
                                .max(Comparator.comparing(Variant::length).thenComparing(id -> id))
                                .orElseThrow());
        return Stream.concat(
                        longest,
                        Stream.of(
                                "ask.purpose-again",
                                "ask.contact-now",
                                "confirm-again.amount",
                                "confirm-again.surname",
                                "confirm-again.last-four",
                                "held.red",
                                "held.asked",
                                "stop.refund"))
                .filter(Screens.ids()::contains)
                .distinct()
                .sorted()
                .toList();
    }

    String name() {
        return Stream.of(textId, layout, mode, language)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("-"));
    }

    Variant in(String otherMode) {
        return new Variant(textId, layout, otherMode, language);
    }

    ObjectNode state() {
        return Dress.on(Screens.of(textId, Language.of(language), mode), layout, mode);
    }

    ObjectNode stateOn(Panel panel) {
        ObjectNode state = state();
        panel.tell(state);
        return state;
    }

    private static int length(String textId) {
        return Screens.PACK.words().screen(textId).body().stream()
                .mapToInt(line -> line.zh().length())
                .sum();
    }

    @Override
    public String toString() {
        return name();
    }
}
