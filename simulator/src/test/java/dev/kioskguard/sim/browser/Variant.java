package dev.kioskguard.sim.browser;

import dev.kioskguard.content.Language;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    private static final List<String> NAMED_LAYOUTS = LAYOUTS.subList(1, LAYOUTS.size());

    /** Texts whose controls are unlike the rest of their kind. */
    private static final List<String> UNLIKE = List.of(
            "ask.purpose-again",
            "ask.contact-now",
            "confirm-again.amount",
            "confirm-again.surname",
            "confirm-again.last-four",
            "held.red",
            "held.asked",
            "stop.refund");

    /** Returns every kind in every mode and language, warnings in every layout too. */
    static List<Variant> all() {
        return texts().stream().flatMap(Variant::dressed).toList();
    }

    /** Returns every text, in every layout, mode and language that is wanted. */
    static List<Variant> ofEveryText(Predicate<Variant> wanted) {
        return Screens.ids().stream()
                .flatMap(textId -> dressed(textId).filter(wanted))
                .toList();
    }

    /** Returns every text once, as most customers see it; the layouts of warnings take turns. */
    static List<Variant> everyText() {
        List<String> ids = Screens.ids();
        return ofEveryText(variant -> {
            int turn = ids.indexOf(variant.textId()) % NAMED_LAYOUTS.size();
            return variant.layout().equals(variant.isWarning() ? NAMED_LAYOUTS.get(turn) : "")
                    && variant.mode().equals("ordinary")
                    && variant.language().equals("zh");
        });
    }

    /** Returns every dress that is wanted of each kind and of each screen whose controls are unlike its kind's. */
    static List<Variant> eachDress(Predicate<Variant> wanted) {
        return alike().flatMap(ids -> dressed(ids, wanted, 0)).toList();
    }

    /** Returns every dress of these, and every text at least once. */
    static List<Variant> eachDressAndText() {
        return alike().flatMap(ids -> dressed(ids, variant -> true, ids.size())).toList();
    }

    private static Stream<List<String>> alike() {
        return Screens.ids().stream()
                .collect(Collectors.groupingBy(
                        id -> UNLIKE.contains(id) ? id : Screens.kindOf(id), TreeMap::new, Collectors.toList()))
                .values()
                .stream();
    }

    private static Stream<Variant> dressed(List<String> ids, Predicate<Variant> wanted, int min) {
        List<Variant> dresses = dressed(ids.get(0)).filter(wanted).toList();
        return IntStream.range(0, Math.max(min, dresses.size()))
                .mapToObj(i -> dresses.get(i % dresses.size()).of(ids.get(i % ids.size())));
    }

    private static Stream<Variant> dressed(String textId) {
        List<String> layouts = Screens.kindOf(textId).equals("warning") ? LAYOUTS : List.of("");
        return layouts.stream()
                .flatMap(layout -> MODES.stream()
                        .flatMap(mode ->
                                LANGUAGES.stream().map(language -> new Variant(textId, layout, mode, language))));
    }

    /** Returns the longest text of each kind, and those whose controls are unlike the rest of their kind. */
    static List<String> texts() {
        Stream<String> longest =
                Screens.ids().stream().collect(Collectors.groupingBy(Screens::kindOf)).values().stream()
                        .map(ids -> ids.stream()
                                .max(Comparator.comparing(Variant::length).thenComparing(id -> id))
                                .orElseThrow());
        return Stream.concat(longest, UNLIKE.stream())
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

    /** Returns whether the languages, which take turns from one dress to the next, have come to this one's. */
    boolean isInTurn() {
        return (LAYOUTS.indexOf(layout) + MODES.indexOf(mode) + LANGUAGES.indexOf(language)) % LANGUAGES.size() == 0;
    }

    boolean isWarning() {
        return Screens.kindOf(textId).equals("warning");
    }

    private Variant of(String otherText) {
        return new Variant(otherText, layout, mode, language);
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
