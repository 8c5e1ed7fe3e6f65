package dev.kioskguard.guard.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.device.Key;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.screen.Layout;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.screen.Screen.Choice;
import dev.kioskguard.guard.screen.Screen.Kind;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.guard.table.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The prompt that a voice on the phone cannot click through: never the same look, key or place twice. */
class GuardPromptTest {

    private static final int VISITS = 1_000;

    /** A thousand visits in thirty days: forty-three minutes apart. */
    private static final Duration APART = Duration.ofDays(30).dividedBy(VISITS);

    /** Chi-square at 1 % for one and for three degrees of freedom. */
    private static final double CHI_SQUARE_OF_TWO = 6.635;

    private static final double CHI_SQUARE_OF_FOUR = 11.345;

    private static final Set<String> NEVER_ON = Set.of("help", "stop", "repeat", "slower", "pause");

    @Test
    void aThousandVisitsOfOneCardNeverSeeTheSameLayoutTwiceRunningAndFindAnswersAnywhere() {
        var layouts = new ArrayList<Layout>();
        int[] understoodAt = new int[2];
        int[] friendAt = new int[4];
        Walk walk = new Walk();
        for (int visit = 0; visit < VISITS; visit++) {
            walk.visit(Walk.SESSION, "card-1").asked(Walk.REQUEST).on(Stage.ASK);
            friendAt[place(walk.screen(), "friend")]++;
            walk.on(Stage.WARNING);
            layouts.add(Objects.requireNonNull(walk.screen().look().layout()));
            understoodAt[place(walk.screen(), "understood")]++;
            walk.gone().later(APART);
        }

        for (int i = 1; i < layouts.size(); i++) {
            assertThat(layouts.get(i)).as("visit %d", i).isNotEqualTo(layouts.get(i - 1));
        }
        assertThat(EnumSet.copyOf(layouts)).as("control: all of them are used").hasSize(Layout.values().length);
        assertThat(chiSquare(understoodAt)).isLessThan(CHI_SQUARE_OF_TWO);
        assertThat(chiSquare(friendAt)).isLessThan(CHI_SQUARE_OF_FOUR);
        assertThat(chiSquare(new int[] {600, 400})).as("control: a bias shows").isGreaterThan(CHI_SQUARE_OF_TWO);
    }

    private static int place(Screen screen, String choice) {
        return answers(screen).stream().map(Choice::id).toList().indexOf(choice);
    }

    private static List<Choice> answers(Screen screen) {
        return screen.choices().stream()
                .filter(choice -> !NEVER_ON.contains(choice.id()))
                .toList();
    }

    private static double chiSquare(int[] counts) {
        double expected = 0;
        for (int count : counts) {
            expected += (double) count / counts.length;
        }
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }

    @Test
    void afterThirtyDaysALayoutMayComeAgain() {
        Walk walk = new Walk();
        var seen = new HashSet<Boolean>();
        for (int visit = 0; visit < 200; visit++) {
            walk.visit(Walk.SESSION, "card-1").asked(Walk.REQUEST).on(Stage.WARNING);
            Layout first = walk.screen().look().layout();
            walk.gone().later(Limits.LAYOUT_MEMORY);
            walk.visit(Walk.SESSION, "card-1").asked(Walk.REQUEST).on(Stage.WARNING);
            seen.add(walk.screen().look().layout() == first);
            walk.gone().later(Limits.LAYOUT_MEMORY);
        }
        assertThat(seen).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void aWarningHeardAgainKeepsItsLayoutAndOneAfterAPauseHasAnother() {
        Walk walk = Walk.at(Stage.WARNING);
        Layout first = walk.screen().look().layout();
        assertThat(walk.ready().choose("repeat").screen().look().layout()).isEqualTo(first);

        String code = walk.proven().ready().choose("pause").open().care().code();
        walk.gone().visit("s-2", "card-1");
        walk.resume("s-2", Objects.requireNonNull(code));

        assertThat(walk.stage()).isEqualTo(Stage.WARNING);
        assertThat(walk.screen().look().layout()).isNotNull().isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void noTwoScreensInARowAcceptTheSameKeyToGoOn(long seed) {
        Walk walk = Walk.begun().seeded(seed).asked(Walk.REQUEST);
        Screen before = walk.screen();
        int screens = 0;
        while (walk.stage() != Stage.CLEARED) {
            Key pressed = walk.step().pressed();
            Screen now = walk.screen();
            if (before.kind() == Kind.ASK_PURPOSE) {
                // Eighteen purposes take every key there is: only the one that was pressed can be left out.
                assertThat(keys(now)).as("%s after %s", now, before).doesNotContain(pressed);
            } else {
                assertThat(keys(now)).as("%s after %s", now, before).noneMatch(keys(before)::contains);
            }
            screens++;
            before = now;
        }
        assertThat(screens).as("control").isGreaterThan(10);
    }

    private static Set<Key> keys(Screen screen) {
        return answers(screen).stream().map(Choice::key).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void enterFiveTimesGetsPastNoGuardedScreen(long seed) {
        for (Stage stage : List.of(
                Stage.ASK_PURPOSE,
                Stage.BAIT_SURE,
                Stage.ASK,
                Stage.WARNING,
                Stage.REMIND_BEWARE,
                Stage.REMIND_FAMILY,
                Stage.REMIND_TRUE,
                Stage.COMPREHENSION,
                Stage.CONFIRM,
                Stage.CONFIRM_AGAIN)) {
            Walk walk = Walk.begun().seeded(seed);
            if (stage == Stage.COMPREHENSION) {
                walk.saying("coached", "yes").saying("know-payee", "stranger");
            }
            walk.saying("purpose", stage == Stage.BAIT_SURE ? "refund" : "family-support");
            walk.asked(Walk.REQUEST).on(stage).ready();
            String shown = walk.screen().textId();
            for (int press = 0; press < 5; press++) {
                walk.key(Key.ENTER).later(Duration.ofSeconds(2));
            }
            assertThat(walk.screen().textId()).as("%s", stage).isEqualTo(shown);
            assertThat(walk.stage()).isEqualTo(stage);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void theSameKeyFiveTimesIsNoWayThroughEither(long seed) {
        Walk walk = Walk.begun()
                .seeded(seed)
                .asked(Walk.REQUEST)
                .on(Stage.REMIND_BEWARE)
                .ready();
        Key key = walk.screen().choice("understood").orElseThrow().key();
        for (int press = 0; press < 5; press++) {
            walk.key(key).later(Duration.ofSeconds(4));
        }
        assertThat(walk.stage()).isEqualTo(Stage.REMIND_FAMILY);
    }

    @Test
    void everyGuardedScreenOffersATrueAlternativeToGoingOn() {
        assertThat(ids(Walk.at(Stage.WARNING))).containsExactlyInAnyOrder("understood", "happening");
        assertThat(ids(Walk.at(Stage.REMIND_BEWARE))).containsExactlyInAnyOrder("understood", "happening");
        assertThat(ids(Walk.at(Stage.REMIND_FAMILY))).containsExactlyInAnyOrder("understood", "not-yet");
        assertThat(ids(Walk.at(Stage.REMIND_TRUE))).containsExactlyInAnyOrder("understood", "not-yet");
        assertThat(Walk.at(Stage.REMIND_TRUE)
                        .screen()
                        .choice("understood")
                        .orElseThrow()
                        .textId())
                .as("an answer to whether everything is checked")
                .isEqualTo("understood.checked");
        assertThat(ids(Walk.at(Stage.CONFIRM))).containsExactlyInAnyOrder("confirm", "wrong");

        assertThat(Walk.at(Stage.REMIND_BEWARE).ready().choose("happening").stage())
                .isEqualTo(Stage.HELD);
        assertThat(Walk.at(Stage.REMIND_FAMILY).ready().choose("not-yet").stage())
                .isEqualTo(Stage.PAUSED);
        Walk wrong = Walk.at(Stage.CONFIRM).ready().choose("wrong");
        assertThat(wrong.stage()).isEqualTo(Stage.STOPPED);
        assertThat(wrong.reasons()).contains("details-wrong");
        assertThat(wrong.remembersStop("card-1"))
                .as("a slip at the form is no stop")
                .isFalse();
    }

    private static List<String> ids(Walk walk) {
        return answers(walk.screen()).stream().map(Choice::id).toList();
    }

    @ParameterizedTest
    @CsvSource({"pause, PAUSED", "wrong, STOPPED", "stop, STOPPED"})
    void whatBecameOfATransferIsToldAgainAndNothingElseHappens(String choice, Stage stage) {
        Walk walk = Walk.at(Stage.CONFIRM).ready().choose(choice);
        assertThat(walk.stage()).isEqualTo(stage);
        Screen first = walk.screen();

        walk.choose("repeat");

        assertThat(walk.stage()).isEqualTo(stage);
        assertThat(walk.screen().id()).as("a new showing is spoken anew").isNotEqualTo(first.id());
        assertThat(walk.screen().textId()).isEqualTo(first.textId());
        assertThat(walk.screen().code()).isEqualTo(first.code());
        assertThat(walk.last.effects())
                .hasAtLeastOneElementOfType(Effect.Show.class)
                .allMatch(effect -> effect instanceof Effect.Show || effect instanceof Effect.Watch);
    }

    @Test
    void aScreenCanBeExtendedTenTimesAndNotForEver() {
        Walk walk = Walk.at(Stage.REMIND_BEWARE);
        var first = walk.screen().times().expires();
        for (int again = 1; again <= Limits.EXTENSIONS_MAX; again++) {
            walk.later(Duration.ofSeconds(30)).choose("slower");
            assertThat(walk.screen().times().extended()).isEqualTo(again);
        }
        var last = walk.screen().times().expires();
        assertThat(last).isAfter(first.plus(Duration.ofMinutes(4)));

        walk.later(Duration.ofSeconds(30)).choose("slower");

        assertThat(walk.screen().times().expires()).isEqualTo(last);
        assertThat(walk.later(Duration.between(walk.now, last)).stage()).isEqualTo(Stage.EXPIRED);
    }
}
