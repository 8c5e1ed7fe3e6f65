package dev.kioskguard.guard.event;

import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.guard.table.Turn;
import java.util.List;

/**
 * The answer to one event: the state to be in, the rows of the table that were used, and the effects, in order.
 *
 * @param moves empty where no transfer moved
 */
public record Decision(GuardState next, List<Move> moves, List<Effect> effects, Reply reply) {

    public Decision {
        moves = List.copyOf(moves);
        effects = List.copyOf(effects);
    }

    /** One use of a row of the table. */
    public record Move(String transferId, Stage from, Turn turn, Stage to) {}
}
