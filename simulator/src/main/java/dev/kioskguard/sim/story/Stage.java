package dev.kioskguard.sim.story;

import dev.kioskguard.device.Key;
import dev.kioskguard.sim.staff.persona.Shift;
import dev.kioskguard.sim.story.persona.Act;
import dev.kioskguard.sim.story.persona.Answer;
import dev.kioskguard.sim.story.persona.Look;
import dev.kioskguard.sim.terminal.Fault;
import dev.kioskguard.vision.Signal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a story is played: a terminal, its bank and its branch. What cannot be done there is refused with a
 * {@link StoryFailedException} that says why. Used by one thread.
 */
public interface Stage extends AutoCloseable {

    Machine machine();

    Bank bank();

    Branch branch();

    Look look();

    Facts facts();

    /** Returns the key that means this answer on the screen of now, if it is offered. */
    Optional<Key> key(String choice);

    /**
     * Lets time go by until something holds.
     *
     * @return whether it does; false only when {@code atMost} has gone by
     */
    boolean await(Duration atMost, BooleanSupplier holds);

    /** Puts somebody before the screen, who is shown it now and again whenever it changes. */
    void customer(Somebody somebody);

    /** Returns how much of the stage's own time has gone by. */
    Duration elapsed();

    @Override
    void close();

    /** What a customer can touch. */
    interface Machine {

        void insertCard(String card);

        void enterPin();

        /** Takes the card away, wherever it can be reached; twice is once. */
        void pullCard();

        /** Returns what became of an answer: empty when it was taken, or why it was not. */
        Optional<String> answer(Look look, Answer answer);

        void press(Key key);
    }

    /** The bank's application and host. */
    interface Bank {

        /** Asks for a transfer in the current visit; the body is that of {@code POST /sim/transfer}. */
        void ask(ObjectNode body);

        void withdraw();

        /** Takes a paused transfer up again in the current visit; null stands for the code that was on the screen. */
        void resume(@Nullable String code);

        void cancel();

        /** Hands the last clearance to the host with the transfer as it was, but for these changes. */
        void submit(ObjectNode changes);
    }

    /** What goes on around the machine. */
    interface Branch {

        /** Has exactly these signals hold from now on. */
        void sees(Set<Signal> signals);

        void camera(String fault);

        void play(String clip);

        void suffer(String device, Fault fault, @Nullable Duration duration);

        void staff(Word word);

        /** Has another machine of the branch tell that a transfer with the customer's card was stopped there. */
        void neighbourStopped(String card, String machine, Duration ago);

        /**
         * Has these people come by themselves from now on, whenever a page calls them that they can see.
         *
         * @param deceived whether somebody really talks the customer into the transfer
         */
        void onDuty(Shift shift, BooleanSupplier deceived);

        void restart();
    }

    /**
     * What a member of staff does with the last page.
     *
     * @param action of the desk's four, or {@code acknowledge}
     * @param by a role, or any other name for a person
     * @param code for a release; null stands for the one on the screen
     */
    record Word(
            String action,
            String by,
            String reason,
            @Nullable String code) {}

    /** Whoever stands before the screen. */
    @FunctionalInterface
    interface Somebody {

        Somebody NOBODY = look -> Optional.empty();

        Optional<Act> looksAt(Look look);
    }
}
