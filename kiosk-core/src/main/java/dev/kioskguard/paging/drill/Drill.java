package dev.kioskguard.paging.drill;

import dev.kioskguard.paging.Deed;
import dev.kioskguard.paging.Happening;
import dev.kioskguard.paging.Page;
import dev.kioskguard.paging.PageBook;
import dev.kioskguard.paging.Rota;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One drill. Its page climbs by the very ladder of real ones, but stands in a book of its own. Immutable.
 *
 * @param id begins with {@link #MARK}, as no transfer's does
 * @param book with the one page that is drilled
 * @param answers what people have done so far
 * @param end how it ended, null while it runs
 */
public record Drill(
        String id,
        Scene scene,
        Instant began,
        PageBook book,
        Answers answers,
        @Nullable End end) {

    public static final String MARK = "drill-";

    /** How long one may take. */
    public static final Duration LIFE = Duration.ofMinutes(5);

    /** Begins a drill for the people who are called first in opening hours. */
    public static Drill begin(String id, String machine, Scene scene, Rota rota, Instant at) {
        if (!id.startsWith(MARK)) {
            throw new IllegalArgumentException("a drill's id begins with " + MARK);
        }
        var open = new Rota(rota.lobbyManager(), rota.headOfBranch(), rota.officer(), List.of(), rota.zone());
        var call = new Page.Call(machine, id, scene.tier(), scene.reasons(), List.of(), null, List.of());
        return new Drill(id, scene, at, PageBook.empty(open).raised(call, at), Answers.NONE, null);
    }

    /** Returns the page that is drilled. */
    public Page page() {
        return book.ofTransfer(id).orElseThrow();
    }

    public boolean runs() {
        return end == null;
    }

    /** Returns this as it is at an instant: passed on where nobody came, over after {@link #LIFE}. */
    public Drill at(Instant now) {
        if (!runs()) {
            return this;
        }
        Instant until = began.plus(LIFE);
        Drill later = with(book.at(now.isBefore(until) ? now : until));
        return now.isBefore(until) ? later : later.over(End.TIME, until);
    }

    /** Returns this once somebody is on the way; empty where somebody is. */
    public Optional<Drill> acknowledged(Instant at) {
        boolean waited = runs() && page().state() != Page.State.ACKNOWLEDGED;
        return Optional.of(this)
                .filter(drill -> waited)
                .map(drill -> drill.with(answers.acknowledged() == null ? answers.acknowledged(at) : answers)
                        .after(Happening.TAKEN, at));
    }

    /** Returns this once somebody stands at the machine; empty before anybody was on the way, or a second time. */
    public Optional<Drill> arrived(Instant at) {
        return Optional.of(this)
                .filter(drill -> runs() && answers.acknowledged() != null && answers.arrived() == null)
                .map(drill -> drill.with(answers.arrived(at)));
    }

    /** Returns this once something was asked, which only counts at the machine and once. */
    public Optional<Drill> asked(String question) {
        return Optional.of(this)
                .filter(drill -> runs() && answers.arrived() != null && answers.question() == null)
                .map(drill -> drill.with(answers.asked(question)));
    }

    /**
     * Returns this once somebody has decided, as the last thing; empty where something is missing.
     *
     * @param deed one of {@link Scene#VERDICTS}; or to escalate, and then the next level is called and the drill goes
     *     on
     */
    public Optional<Drill> decided(Deed deed, Instant at) {
        if (!runs() || answers.acknowledged() == null) {
            return Optional.empty();
        }
        if (deed == Deed.ESCALATE) {
            return page().level() == Page.LEVEL_LAST ? Optional.empty() : Optional.of(after(Happening.MORE_WANTED, at));
        }
        return Optional.of(this)
                .filter(drill -> answers.question() != null)
                .map(drill -> drill.with(answers.decided(deed)).over(End.DONE, at));
    }

    /** Returns this as it is over, for whatever reason. */
    public Drill over(End why, Instant at) {
        Drill last = after(Happening.OVER, at);
        return runs() ? new Drill(id, scene, began, last.book, answers, why) : this;
    }

    private Drill after(Happening happening, Instant at) {
        return with(book.after(page().id(), happening, at));
    }

    private Drill with(PageBook now) {
        return new Drill(id, scene, began, now, answers, end);
    }

    private Drill with(Answers now) {
        return new Drill(id, scene, began, book, now, end);
    }

    /** Why a drill is over. */
    public enum End {
        /** Somebody has decided. */
        DONE,
        /** Its time was up. */
        TIME,
        /** Somebody real needed help. */
        REAL_PAGE,
        /** The head of the branch has ended it. */
        CALLED_OFF
    }
}
