package dev.kioskguard.sim.whole;

import dev.kioskguard.app.record.Replay;
import dev.kioskguard.audit.Chain;
import dev.kioskguard.audit.Head;
import dev.kioskguard.audit.Line;
import dev.kioskguard.audit.sqlite.JournalReader;
import dev.kioskguard.guard.state.GuardState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A journal as an auditor finds it afterwards.
 *
 * @param moves of each transfer, as {@code FROM TURN TO}, in order
 */
record Papers(List<Line> lines, Optional<Chain.Break> broken, Replay.Outcome replayed, List<Move> moves) {

    /** One row of the table that a transfer went by. */
    record Move(String transferId, String from, String turn, String to) {}

    static Papers of(Path data, Collection<Head> anchors) {
        try (JournalReader reader = JournalReader.open(data.resolve("journal.db"))) {
            var lines = new ArrayList<Line>();
            reader.all().forEach(lines::add);
            var replay = new Replay(reader::personal, GuardState.EMPTY);
            lines.forEach(replay::take);
            return new Papers(
                    lines,
                    Chain.verify(lines, anchors),
                    replay.outcome(),
                    lines.stream().flatMap(line -> moves(line).stream()).toList());
        }
    }

    private static List<Move> moves(Line line) {
        var moves = new ArrayList<Move>();
        for (JsonNode move : line.fields().open().path("moves")) {
            moves.add(new Move(
                    move.get(0).asString(),
                    move.get(1).asString(),
                    move.get(2).asString(),
                    move.get(3).asString()));
        }
        return moves;
    }

    /** The stages that a transfer has been in, in order. */
    List<String> stages(String transferId) {
        return moves.stream()
                .filter(move -> move.transferId().equals(transferId))
                .map(Move::to)
                .toList();
    }
}
