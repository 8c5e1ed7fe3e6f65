package dev.kioskguard.guard.table;

import java.util.List;
import java.util.Set;

/** One line of the table: from any of these stages, on this turn, go there and do that. */
public record Row(Set<Stage> from, Turn on, Target to, List<Duty> duties) {

    public Row {
        from = Set.copyOf(from);
        duties = List.copyOf(duties);
    }

    /** Where a row leads. */
    public sealed interface Target {

        /** To a stage; the stage that was left is remembered where the new one stands aside of the way. */
        record To(Stage stage) implements Target {}

        /** Back to the stage that was left for a call, a hold or a pause. */
        record Back() implements Target {}

        /** Nowhere: the transfer stays where it is. */
        record Stay() implements Target {}
    }
}
