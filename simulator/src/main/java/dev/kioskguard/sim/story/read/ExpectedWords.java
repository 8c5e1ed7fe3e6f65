package dev.kioskguard.sim.story.read;

import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.paging.Role;
import dev.kioskguard.sim.terminal.CardSlot;
import dev.kioskguard.transfer.EndState;
import dev.kioskguard.transfer.Tier;
import dev.kioskguard.transfer.clearance.Refusal;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that can be expected, so that a slip of the pen is told before the story is played. */
final class ExpectedWords {

    private static final Map<String, Set<String>> WORDS = Map.of(
            "screen", words(Screen.Kind.values(), Screen.Kind::word),
            "look", Set.of("first", "same", "another", "none"),
            "state", words(Stage.values(), Stage::word, "none"),
            "verdict", words(EndState.values(), EndState::word, "none"),
            "tier", words(Tier.values(), Tier::word, "none"),
            "page", Set.of("none", "raised", "delivered", "acknowledged", "resolved", "escalated", "undelivered"),
            "called", words(Role.values(), Role::word, "none"),
            "card", words(CardSlot.Place.values(), CardSlot.Place::word),
            "clearance", Set.of("valid", "none"),
            "host", words(Refusal.values(), Refusal::word, "accepted", "cancelled", "paid", "stop-payment", "none"));

    private static final Set<String> NUMBERS = Set.of("paid", "pending");

    private ExpectedWords() {}

    static String read(Part part) {
        Set<String> words = WORDS.get(part.name());
        if (words != null) {
            return part.oneOf(words);
        }
        if (NUMBERS.contains(part.name()) && !part.word().matches("[0-9]{1,6}")) {
            throw part.wrong("write a number, such as 1");
        }
        return part.word();
    }

    private static <T> Set<String> words(T[] values, Function<T, String> word, String... more) {
        return Stream.concat(Arrays.stream(values).map(word), Arrays.stream(more))
                .collect(Collectors.toUnmodifiableSet());
    }
}
