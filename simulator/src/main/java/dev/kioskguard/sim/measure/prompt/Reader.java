package dev.kioskguard.sim.measure.prompt;

import dev.kioskguard.guard.event.GuardEvent.ChoiceMade;
import dev.kioskguard.guard.event.GuardEvent.StaffSpoke;
import dev.kioskguard.guard.event.GuardEvent.StaffWord;
import dev.kioskguard.guard.event.GuardEvent.TextTyped;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.screen.Screen.Choice;
import dev.kioskguard.guard.show.Offers;
import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.sim.story.persona.Answer;
import dev.kioskguard.sim.story.persona.Errand;
import dev.kioskguard.sim.story.persona.Look;
import dev.kioskguard.sim.story.persona.Truth;
import dev.kioskguard.transfer.TransferRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Somebody who hears every screen out, reading along, and then answers with the truth; where people have to come, they
 * come at once, so that what is measured is the customer's own time.
 */
final class Reader {

    private static final int STEPS_MAX = 60;
    private static final Set<Stage> HEARD_AGAIN = EnumSet.of(Stage.WARNING, Stage.CONFIRM);

    private final Booth booth;
    private final Errand errand;
    private final Pace pace;
    private final Map<Stage, Duration> spent = new EnumMap<>(Stage.class);
    private final Set<Stage> heardAgain = EnumSet.noneOf(Stage.class);

    /**
     * How somebody reads.
     *
     * @param voice how long the clip of a screen plays
     * @param deciding after a screen was heard, until it is answered
     * @param again whether warning and confirmation are heard twice
     */
    record Pace(Function<Screen, Duration> voice, Duration deciding, boolean again) {}

    Reader(Policy policy, TransferRequest request, Pace pace) {
        this(new Booth(policy, new SplittableRandom(1), request), request, pace);
    }

    /** Somebody who reads at a booth that others may use afterwards. */
    Reader(Booth booth, TransferRequest request, Pace pace) {
        this.booth = booth;
        this.errand = new Errand(request, "family-support");
        this.pace = pace;
    }

    /** Goes through the transfer until it stands at a stage, and returns whether it ever does. */
    boolean readTo(Stage wanted) {
        for (int step = 0; step < STEPS_MAX && !booth.open().stage().isEnd(); step++) {
            if (booth.open().stage() == wanted) {
                return true;
            }
            step(booth.open().stage());
        }
        return false;
    }

    /**
     * Goes through the whole transfer and returns how long each stage took.
     *
     * @throws IllegalStateException when the transfer was not cleared
     */
    Map<Stage, Duration> readThrough() {
        for (int step = 0; step < STEPS_MAX && !booth.open().stage().isEnd(); step++) {
            Stage stage = booth.open().stage();
            Instant began = booth.now();
            step(stage);
            spent.merge(stage, Duration.between(began, booth.now()), Duration::plus);
        }
        if (booth.open().stage() != Stage.CLEARED) {
            throw new IllegalStateException("an honest transfer was not cleared: " + booth.open());
        }
        return spent;
    }

    private void step(Stage stage) {
        if (stage == Stage.HELD) {
            release("mei");
            release("lin");
            return;
        }
        Screen screen = booth.screen();
        booth.pass(pace.voice().apply(screen));
        booth.proven();
        booth.ready();
        booth.pass(pace.deciding());
        if (pace.again() && HEARD_AGAIN.contains(stage) && heardAgain.add(stage)) {
            booth.take(new ChoiceMade(booth.now(), screen.id(), Offers.REPEAT));
            return;
        }
        answer(screen);
    }

    private void release(String who) {
        if (booth.open().stage() == Stage.HELD) {
            String code = booth.open().care().code();
            var word = new StaffWord("a-" + who, who, StaffWord.Action.RELEASE, code, "seen");
            booth.take(new StaffSpoke(booth.now(), booth.open().transferId(), word));
        }
    }

    private void answer(Screen screen) {
        Answer answer = Truth.told(look(screen), errand);
        booth.take(
                answer.choice() != null
                        ? new ChoiceMade(booth.now(), screen.id(), answer.choice())
                        : new TextTyped(booth.now(), screen.id(), Objects.requireNonNull(answer.text())));
    }

    private static Look look(Screen screen) {
        List<Look.Choice> choices =
                screen.choices().stream().map(Reader::choice).toList();
        String typed = screen.typed() == null ? null : screen.typed().word();
        return new Look(screen.id(), screen.kind().word(), screen.question(), null, choices, typed, Duration.ZERO);
    }

    private static Look.Choice choice(Choice choice) {
        return new Look.Choice(choice.id(), choice.literal() == null ? choice.textId() : choice.literal());
    }
}
