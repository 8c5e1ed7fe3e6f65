package dev.kioskguard.web.desk.drill;

import dev.kioskguard.audit.Entry;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.JournalException;
import dev.kioskguard.paging.Page;
import dev.kioskguard.paging.Rota;
import dev.kioskguard.paging.drill.Drill;
import dev.kioskguard.paging.drill.Drill.End;
import dev.kioskguard.paging.drill.Scene;
import dev.kioskguard.paging.drill.Score;
import dev.kioskguard.web.http.Problem;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The drill that runs, if one does: each step a line of the journal of its own kind, without a letter. Anyone may read;
 * all that changes it happens in the journal's turn, between the guard's steps where there is one.
 */
public final class DrillBoard {

    /** The kind of the journal's lines about drills; no figure counts it. */
    public static final String KIND = "Drill";

    private static final Logger LOG = LoggerFactory.getLogger(DrillBoard.class);

    private final Supplier<String> machine;
    private final Journal journal;
    private final Supplier<Rota> rota;
    private final RandomGenerator chance;
    private volatile @Nullable Drill drill;
    private volatile Consumer<Drill> listener = changed -> {};

    /** Makes a board on which nothing is drilled; {@code machine} says at which one, {@code chance} chooses what. */
    public DrillBoard(Supplier<String> machine, Journal journal, Supplier<Rota> rota, RandomGenerator chance) {
        this.machine = machine;
        this.journal = journal;
        this.rota = rota;
        this.chance = chance;
    }

    /** Registers who is told of a drill that changes; it must return at once. */
    public void onChanged(Consumer<Drill> told) {
        listener = told;
    }

    /** Returns the latest drill since the guard was started, running or over. */
    public Optional<Drill> latest() {
        return Optional.ofNullable(drill);
    }

    public boolean runs() {
        return latest().filter(Drill::runs).isPresent();
    }

    /**
     * Returns the drill of this id, if it runs.
     *
     * @throws dev.kioskguard.web.http.ProblemException 404 where it does not
     */
    Drill running(String id) {
        return latest().filter(known -> known.runs() && known.id().equals(id))
                .orElseThrow(() -> Problem.notFound("there is no such drill, or it is over; read GET /desk/drills")
                        .asException());
    }

    /** Begins a drill. */
    void begin(Instant at, String staff) {
        Scene scene = Scene.TABLE.get(chance.nextInt(Scene.TABLE.size()));
        String id = Drill.MARK + (journal.head().sequence() + 1);
        written(at, Drill.begin(id, machine.get(), scene, rota.get(), at), "began", staff);
    }

    /** Takes what somebody has done; without its line it has not happened. */
    void did(Instant at, Drill next, String what, String staff) {
        written(at, next, what, staff);
        if (!next.runs()) {
            LOG.info("the drill {} is over", next.id());
        }
    }

    /** Passes a drill on that nobody has taken in time, and ends one whose time is up. */
    public void look(Instant at) {
        latest().filter(Drill::runs).ifPresent(before -> {
            Drill next = before.at(at);
            if (!next.equals(before)) {
                written(at, next, next.runs() ? "passed-on" : "over", null);
            }
        });
    }

    /** Ends a drill once a real page stands, whatever becomes of its line: nobody may take the one for the other. */
    public void realPage(Page page, Instant at) {
        if (!page.isResolved()) {
            realPage(at);
        }
    }

    /** Ends a drill because a real page stands. */
    public void realPage(Instant at) {
        latest().filter(Drill::runs).ifPresent(before -> {
            Drill over = before.over(End.REAL_PAGE, at);
            try {
                written(at, over, "over", null);
            } catch (JournalException e) {
                LOG.error("the drill {} was ended without a line of its own: {}", over.id(), e.getMessage());
                take(over);
            }
        });
    }

    private void written(Instant at, Drill next, String what, @Nullable String staff) {
        journal.append(new Entry(at, KIND, null, line(next, what, staff), null));
        take(next);
    }

    private void take(Drill next) {
        drill = next;
        listener.accept(next);
    }

    private static ObjectNode line(Drill drill, String what, @Nullable String staff) {
        ObjectNode open = JsonNodeFactory.instance
                .objectNode()
                .put("what", drill.end() == null ? what : "over")
                .put("drill", drill.id())
                .put("scene", drill.scene().code())
                .put("level", drill.page().level());
        if (staff != null) {
            open.put("staff", staff);
        }
        if (drill.end() != null) {
            open.put("end", drill.end().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            ScoreJson.into(open, Score.of(drill));
        }
        return open;
    }
}
