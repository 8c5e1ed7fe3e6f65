package dev.kioskguard.guard.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.device.Key;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.screen.Screen.Choice;
import dev.kioskguard.guard.screen.Screen.Kind;
import dev.kioskguard.guard.table.Stage;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The keys under the words that ship: none is taken twice in a row, by chance or by somebody who counts presses. */
class GuardKeysTest {

    private static final Duration REPEAT = Storm.POLICY.limits().keyRepeat();
    private static final Set<String> NEVER_ON = Set.of("help", "stop", "repeat", "slower", "pause");
    /** Half of the walks begin so; whoever answers by chance alone seldom comes far. */
    private static final Map<String, String> HARMLESS = Map.of(
            "ask-purpose", "family-support",
            "know-payee", "friend",
            "how-met", "in-person",
            "first-time", "no",
            "contact-now", "nobody");

    private static final int WALKS = 120;
    private static final int ANSWERS_MAX = 30;

    private final Set<String> followed = new HashSet<>();

    /** Whoever denies a bait comes back to eighteen purposes, which need the very key that was pressed. */
    private static Walk backAtThePurposes() {
        Walk walk = Walk.shipped().asked(Walk.REQUEST).ready().choose("refund").ready();
        walk.key(walk.screen().choice("no").orElseThrow().key());
        return walk.ready();
    }

    @Test
    void theSameKeyAgainWithinTheLimitIsIgnoredAndCountedAlsoOnTheNextScreen() {
        Walk walk = backAtThePurposes();
        Key pressed = Objects.requireNonNull(walk.state.lastKey().last());
        Screen shown = walk.screen();
        assertThat(shown.kind()).isEqualTo(Kind.ASK_PURPOSE);
        assertThat(shown.choice(pressed))
                .as("control: the key means something here")
                .isPresent();
        long ignored = walk.state.lastKey().ignoredCount();

        walk.now = walk.state.lastKey().at().plus(REPEAT).minusMillis(1);
        walk.key(pressed);
        assertThat(walk.screen()).isEqualTo(shown);
        assertThat(walk.state.lastKey().ignoredCount()).isEqualTo(ignored + 1);

        walk.now = walk.now.plus(REPEAT);
        walk.key(pressed);
        assertThat(walk.screen()).as("control: later it is an answer").isNotEqualTo(shown);
    }

    @Test
    void anotherKeyIsTakenAtOnce() {
        Walk walk = backAtThePurposes();
        Screen shown = walk.screen();
        Key other = walk.state.lastKey().last() == Key.ONE ? Key.TWO : Key.ONE;

        assertThat(walk.key(other).screen()).isNotEqualTo(shown);
    }

    @Test
    void aRepeatedTouchIsCountedAndAnswersNothing() {
        Walk walk = Walk.shipped().asked(Walk.REQUEST).ready();
        Screen shown = walk.screen();

        walk.take(new GuardEvent.TouchRepeated(walk.now, shown.id()));

        assertThat(walk.screen()).isEqualTo(shown);
        assertThat(walk.state.lastKey().ignoredCount()).isEqualTo(1);
    }

    @Test
    void noTwoScreensInARowAcceptTheSameKeyButForTheOneThatNeedsThemAll() {
        for (int seed = 1; seed <= WALKS; seed++) {
            walked(seed);
        }
        assertThat(followed)
                .as("control: the screens with the most answers follow each other")
                .contains("contact-now purpose-again", "bait-sure ask-purpose", "ask-purpose know-payee");
    }

    private void walked(int seed) {
        var random = new Random(seed);
        Walk walk = Walk.shipped().seeded(1000L * seed).asked(Walk.REQUEST);
        for (int answer = 0; answer < ANSWERS_MAX && !walk.stage().isEnd(); answer++) {
            Screen before = walk.proven().ready().screen();
            List<Choice> offered = answers(before);
            @Nullable Key pressed = null;
            if (before.typed() != null || offered.isEmpty()) {
                walk.step();
            } else {
                Choice chosen = before.choice(seed % 2 == 0 ? HARMLESS.getOrDefault(name(before), "") : "")
                        .orElse(offered.get(random.nextInt(offered.size())));
                pressed = chosen.key();
                walk.choose(chosen.id());
            }
            if (walk.stage() == Stage.HELD || walk.stage() == Stage.PAUSED) {
                return;
            }
            compared(before, walk.screen(), pressed);
        }
    }

    private void compared(Screen before, Screen now, @Nullable Key pressed) {
        followed.add(name(before) + " " + name(now));
        boolean needsAll = now.kind() == Kind.ASK_PURPOSE;
        if (needsAll) {
            assertThat(answers(now)).as("the exception: nothing is left over").hasSize(18);
            return;
        }
        assertThat(keys(now)).as("%s after %s", now, before).doesNotContain(pressed);
        if (before.kind() != Kind.ASK_PURPOSE) {
            assertThat(keys(now)).as("%s after %s", now, before).doesNotContainAnyElementsOf(keys(before));
        }
    }

    private static String name(Screen screen) {
        return screen.question() == null ? screen.kind().word() : screen.question();
    }

    private static List<Choice> answers(Screen screen) {
        return screen.choices().stream()
                .filter(choice -> !NEVER_ON.contains(choice.id()))
                .toList();
    }

    private static Set<Key> keys(Screen screen) {
        return answers(screen).stream().map(Choice::key).collect(Collectors.toSet());
    }
}
