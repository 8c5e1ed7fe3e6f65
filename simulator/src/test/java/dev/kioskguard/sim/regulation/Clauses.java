package dev.kioskguard.sim.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.content.ScreenText;
import dev.kioskguard.content.Text;
import dev.kioskguard.content.Words;
import dev.kioskguard.content.pack.ContentPacks;
import dev.kioskguard.sim.story.Story.Outcome;
import dev.kioskguard.sim.story.StoryPlayer;
import dev.kioskguard.sim.story.Workshops;
import dev.kioskguard.sim.story.read.StoryReader;
import dev.kioskguard.sim.story.virtual.Workshop;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The short stories that clauses are told in, and the shipped words that they look at. */
final class Clauses {

    private static final Workshop WORKSHOP = Workshops.shipped(1);
    static final Words WORDS =
            ContentPacks.read(Workshops.config().resolve("content")).words();

    static final String KNOWN = "relation: none, firstTime: false, listed: false";

    private Clauses() {}

    /** A customer with a card asks for a transfer of 2,000 yuan; a test says the rest. */
    static void holds(String given, String payee, String more, String... steps) {
        holds(200_000, given, payee, more, steps);
    }

    static void holds(long minor, String given, String payee, String more, String... steps) {
        String transfer = "transfer: {amount: {currency: CNY, minor: %d}, payee: {name: 李明, %s, bank: 示范银行, %s}, %s}"
                .formatted(minor, "account: \"6222020000000000109\"", payee, more);
        String text =
                "story: a clause\nwhy: a clause\ngiven: {%s}\nsteps:\n  - insert-card\n  - enter-pin\n  - %s\n  - %s\n"
                        .formatted(given, transfer, String.join("\n  - ", steps));
        Outcome outcome = new StoryPlayer(WORKSHOP::stage, any -> WORKSHOP.chance())
                .play(StoryReader.parse(Path.of("clause"), text));
        assertThat(outcome.failure()).isNull();
    }

    static String says(String screen, String... words) {
        String all = Stream.of(words).map(word -> '"' + word + '"').collect(Collectors.joining(", "));
        return "expect: {screen: %s, says: [%s], within: 5m}".formatted(screen, all);
    }

    static String zh(ScreenText screen) {
        return screen.title().zh() + screen.body().stream().map(Text::zh).collect(Collectors.joining());
    }
}
