package dev.kioskguard.guard.show;

import dev.kioskguard.content.Script;
import dev.kioskguard.device.Key;
import dev.kioskguard.guard.screen.Layout;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.risk.Facts;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a screen is made from beside its case.
 *
 * @param facts everything the transfer is judged by
 * @param lastLayout on which this card's last warning was composed, while that is remembered
 * @param answered the answer that led here, by whatever means it was given
 * @param chance for the order of answers, keys and layouts
 */
public record Showing(
        Instant at,
        Policy policy,
        Facts facts,
        @Nullable Layout lastLayout,
        @Nullable Answered answered,
        RandomGenerator chance) {

    /** An answer, by its key and by the screen that it was given on, which is the last one that was seen. */
    public record Answered(Screen on, Key key) {}

    @Nullable
    Key pressed() {
        return answered == null ? null : answered.key();
    }

    Script script() {
        return policy.script();
    }
}
