package dev.kioskguard.guard.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.screen.Screen.Typed;
import dev.kioskguard.guard.table.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The second confirmation: typed or picked out, and a person after two mistakes. */
class GuardAgainTest {

    private static final int SEEDS_MAX = 200;

    @ParameterizedTest
    @EnumSource(
            value = Typed.class,
            names = {"AMOUNT", "LAST_FOUR"})
    void whoTypesItWrongTwiceMeetsAPerson(Typed form) {
        Walk walk = asking(form);

        assertThat(mistaken(walk).stage()).isEqualTo(Stage.CONFIRM_AGAIN);
        assertThat(mistaken(walk).stage()).isEqualTo(Stage.HELD);
        assertThat(walk.last.effects()).anyMatch(Effect.RaisePage.class::isInstance);
    }

    @Test
    void whoPicksAWrongSurnameTwiceMeetsAPerson() {
        Walk walk = asking(null);

        assertThat(mistaken(walk).stage()).isEqualTo(Stage.CONFIRM_AGAIN);
        assertThat(mistaken(walk).stage()).isEqualTo(Stage.HELD);
        assertThat(walk.last.effects()).anyMatch(Effect.RaisePage.class::isInstance);
    }

    @Test
    void whoIsWrongOnceAndThenRightGoesOn() {
        Walk walk = asking(Typed.AMOUNT);

        assertThat(mistaken(walk).step().stage()).isEqualTo(Stage.CLEARED);
    }

    private static Walk asking(@Nullable Typed form) {
        for (int seed = 1; seed < SEEDS_MAX; seed++) {
            Walk walk = Walk.begun().seeded(seed).asked(Walk.REQUEST).on(Stage.CONFIRM_AGAIN);
            if (walk.screen().typed() == form) {
                return walk;
            }
        }
        throw new AssertionError("no seed asks for " + form);
    }

    private static Walk mistaken(Walk walk) {
        Screen screen = walk.ready().screen();
        if (screen.typed() != null) {
            return walk.type("9999");
        }
        return walk.choose(screen.choices().stream()
                .filter(choice -> choice.literal() != null && !choice.literal().equals("张"))
                .findFirst()
                .orElseThrow()
                .id());
    }
}
