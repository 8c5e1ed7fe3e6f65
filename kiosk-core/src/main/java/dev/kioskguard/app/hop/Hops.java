package dev.kioskguard.app.hop;

import dev.kioskguard.app.terminal.CardTokens;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.Letter;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.guard.state.CardNames;
import dev.kioskguard.paging.channel.Neighbours;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What this machine and its neighbours tell one another of stopped cards; nothing, where they share no secret.
 * Thread-safe.
 */
public final class Hops {

    private final @Nullable Shared shared;
    private volatile @Nullable HopEars ears;

    private Hops(@Nullable Shared shared) {
        this.shared = shared;
    }

    /** A machine that tells no other. */
    public static Hops none() {
        return new Hops(null);
    }

    /**
     * Opens what the machines of the branch share, with what the journal kept.
     *
     * @param secret a file that every machine of the branch has, and nobody else
     * @param time the guard's
     * @throws IllegalArgumentException saying what to do, when there is no secret in the file
     */
    public static Hops open(
            Path secret, String branch, String machine, CardTokens tokens, Journal journal, InstantSource time) {
        var place = new HopBoard.Place(branch, machine);
        var neighbourhood = new Neighbourhood(BranchSecret.read(secret, branch), tokens, time);
        return new Hops(new Shared(place, neighbourhood, new HopBoard(place, neighbourhood, journal)));
    }

    /** Returns by which names a card is known among neighbours. */
    public CardNames names() {
        return shared == null ? CardNames.NONE : shared.neighbourhood();
    }

    /** Returns what a step of the guard is about to tell neighbours, to be written in one commit with its line. */
    public List<Letter> letters(List<Effect> effects) {
        return shared == null ? List.of() : shared.board().letters(effects);
    }

    /** Carries out an effect of the guard that is for neighbours; any other changes nothing. */
    public void carryOut(Effect effect) {
        if (shared != null) {
            shared.board().carryOut(effect);
        }
    }

    /**
     * Returns the neighbours, for a way outside; what they tell comes to this guard from now on.
     *
     * @param refusals told a kind of a fixed few and a detail, without a word of what came
     */
    public Optional<Neighbours> neighbours(GuardRunner guard, BiConsumer<String, String> refusals) {
        if (shared == null) {
            return Optional.empty();
        }
        var hearing = new HopEars(shared.place(), shared.neighbourhood(), guard, refusals);
        ears = hearing;
        HopBoard board = shared.board();
        return Optional.of(new Neighbours() {
            @Override
            public List<Alert> standing() {
                return board.standing();
            }

            @Override
            public void heard(String machine, String text) {
                hearing.heard(machine, text);
            }
        });
    }

    /** Registers who is told that there is something new to be said; it must return at once. */
    public void onChanged(Runnable told) {
        if (shared != null) {
            shared.board().onChanged(told);
        }
    }

    /** Destroys what is not to be told any more, and tries again what could not be written down. */
    public void look(GuardRunner guard) {
        HopEars hearing = ears;
        if (shared != null && hearing != null) {
            hearing.look();
            if (shared.board().isDue()) {
                var unused = guard.between(shared.board()::look).exceptionally(later -> null);
            }
        }
    }

    private record Shared(HopBoard.Place place, Neighbourhood neighbourhood, HopBoard board) {}
}
