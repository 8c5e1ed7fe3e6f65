package dev.kioskguard.sim.story.virtual;

import dev.kioskguard.device.Key;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.sim.story.Stage;
import dev.kioskguard.sim.story.part.VirtualCardSlot;
import dev.kioskguard.sim.story.persona.Answer;
import dev.kioskguard.sim.story.persona.Look;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The customer's hands on card, keys and screen. */
final class VirtualHands implements Stage.Machine {

    private static final Duration A_MOMENT = Duration.ofMillis(500);
    private static final Duration KEYING_A_PIN = Duration.ofSeconds(3);

    private final VirtualCardSlot slot;
    private final VirtualGuard guard;
    private final Consumer<Duration> pass;
    private final BooleanSupplier locked;

    /** Hands that let time go by while they are at it; the bank gives back at its PIN a card that is {@code locked}. */
    VirtualHands(VirtualCardSlot slot, VirtualGuard guard, Consumer<Duration> pass, BooleanSupplier locked) {
        this.locked = locked;
        this.slot = slot;
        this.guard = guard;
        this.pass = pass;
    }

    @Override
    public void insertCard(String card) {
        slot.insert(card);
        pass.accept(A_MOMENT);
    }

    @Override
    public void enterPin() {
        pass.accept(KEYING_A_PIN);
        if (locked.getAsBoolean()) {
            slot.eject();
        }
    }

    @Override
    public void pullCard() {
        slot.pull();
    }

    @Override
    public Optional<String> answer(Look look, Answer answer) {
        return answer(guard, look, answer);
    }

    /** Answers a screen, and returns why that was not taken. */
    static Optional<String> answer(VirtualGuard guard, Look look, Answer answer) {
        Optional<Reply> reply = guard.take(at -> answer.choice() != null
                ? new GuardEvent.ChoiceMade(at, look.screenId(), answer.choice())
                : new GuardEvent.TextTyped(at, look.screenId(), String.valueOf(answer.text())));
        if (reply.isEmpty()) {
            return Optional.of("not written");
        }
        return reply.get() instanceof Reply.Declined declined
                ? Optional.of(declined.why().name())
                : Optional.empty();
    }

    @Override
    public void press(Key key) {
        guard.take(at -> new GuardEvent.KeyPressed(at, key));
    }
}
