package dev.kioskguard.sim.measure.prompt;

import dev.kioskguard.guard.event.GuardEvent.ChoiceMade;
import dev.kioskguard.guard.event.GuardEvent.TextTyped;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.screen.Screen.Choice;
import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.transfer.TransferRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Somebody who reads nothing and answers every screen by chance as soon as it may be answered: what a voice on the
 * phone makes of a customer. Help and stop are never pressed; everything is heard and proven.
 */
final class Tapper {

    private static final Set<String> NEVER = Set.of("help", "stop");

    /** So many taps that the voice on the phone gives up. */
    private static final int TAPS_MAX = 200;

    /** The most digits that somebody types by chance. */
    private static final int DIGITS_MAX = 6;

    private static final Reader.Pace AT_ONCE = new Reader.Pace(screen -> Duration.ZERO, Duration.ZERO, false);
    private static final String A_BAIT = "refund";

    private final Booth booth;
    private final TransferRequest request;
    private final SplittableRandom chance;

    Tapper(Policy policy, TransferRequest request, long seed) {
        this.chance = new SplittableRandom(seed);
        this.booth = new Booth(policy, chance, request);
        this.request = request;
    }

    /** Taps through the transfer and tells which stages were come to, in order. */
    void tapThrough(Passage passage) {
        passage.came(booth.open().stage());
        for (int tap = 0; tap < TAPS_MAX && goesOn(booth.open().stage()); tap++) {
            Stage before = booth.open().stage();
            tap();
            if (booth.open().stage() != before) {
                passage.came(booth.open().stage());
            }
        }
    }

    /**
     * Is brought to one screen by somebody who reads, people who come included, and taps until it has gone.
     *
     * @return whether a transfer of this tier ever shows that screen
     */
    boolean tapAt(Stage screen, Passage passage) {
        if (!isBroughtTo(screen)) {
            return false;
        }
        for (int tap = 0; tap < TAPS_MAX && booth.open().stage() == screen; tap++) {
            tap();
        }
        passage.tried(screen, booth.open().stage());
        return true;
    }

    private boolean isBroughtTo(Stage screen) {
        if (screen != Stage.BAIT_SURE) {
            return new Reader(booth, request, AT_ONCE).readTo(screen);
        }
        booth.ready();
        booth.take(new ChoiceMade(booth.now(), booth.screen().id(), A_BAIT));
        return booth.open().stage() == screen;
    }

    private static boolean goesOn(Stage stage) {
        return !stage.isEnd() && stage != Stage.PAUSED && stage != Stage.HELD;
    }

    private void tap() {
        booth.proven();
        booth.ready();
        Screen screen = booth.screen();
        List<Choice> offered = screen.choices().stream()
                .filter(choice -> !NEVER.contains(choice.id()))
                .toList();
        // Typing is one more thing that can be done here, as likely as any other.
        int drawn = chance.nextInt(offered.size() + (screen.typed() == null ? 0 : 1));
        booth.take(
                drawn == offered.size()
                        ? new TextTyped(booth.now(), screen.id(), digits())
                        : new ChoiceMade(
                                booth.now(), screen.id(), offered.get(drawn).id()));
    }

    private String digits() {
        var typed = new StringBuilder();
        for (int digit = 1 + chance.nextInt(DIGITS_MAX); digit > 0; digit--) {
            typed.append(chance.nextInt(10));
        }
        return typed.toString();
    }
}
