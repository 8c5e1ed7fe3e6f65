package dev.kioskguard.sim.story;

import dev.kioskguard.sim.story.persona.Look;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a story can look at, of the last transfer and of the terminal; {@code none} stands for what is not there.
 *
 * @param guarded state, end and tier of the last transfer
 * @param shown what the screen tells; read only when it is asked for
 * @param page looked at only when it is asked for, since somebody has to sign in for it
 * @param host what the ledger says, and what it answered last
 */
public record Facts(Look look, Supplier<Shown> shown, Guarded guarded, Supplier<Paged> page, String card, Host host) {

    public static final String NONE = "none";

    /** What follows a raised page; whoever expects one raised is content with any of them. */
    private static final Set<String> AFTER_RAISED =
            Set.of("raised", "delivered", "acknowledged", "resolved", "escalated", "undelivered");

    static final Map<String, Reader> READERS = readers();

    /**
     * The last transfer at the guard.
     *
     * @param verdict how it ended; null before
     * @param clearance {@code valid} where the application holds a clearance that a host could verify; looked at only
     *     when it is asked for, since verifying a signature takes longer than all the rest
     */
    public record Guarded(
            String state, @Nullable String verdict, String tier, List<String> reasons, Supplier<String> clearance) {

        public static final Guarded NOTHING = new Guarded(NONE, null, NONE, List.of(), () -> NONE);

        public Guarded {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * The page of the last transfer.
     *
     * @param state {@code raised, delivered, acknowledged, resolved, escalated} or {@code undelivered}
     * @param called the role that was called last
     */
    public record Paged(String state, String called) {

        public static final Paged NOBODY = new Paged(NONE, NONE);
    }

    /** The bank's host: how many transfers are paid and pending, and its last answer to whoever asked it. */
    public record Host(int paid, int pending, String answer) {}

    /** Returns what is there where a story expects {@code value} of {@code what}, or null where it is just that. */
    @Nullable
    String insteadOf(Story.Expectation expected) {
        Reader reader = READERS.get(expected.what());
        if (reader == null) {
            throw new IllegalArgumentException("nobody knows how to look at " + expected.what());
        }
        String actual = reader.read().apply(this);
        return reader.holds().test(actual, expected.value()) ? null : actual.isEmpty() ? NONE : actual;
    }

    /** Returns the scene in one line, for whoever has to understand a failure. */
    String told() {
        var told = new ArrayList<String>();
        READERS.forEach((what, reader) -> {
            String value = reader.read().apply(this);
            if (!value.equals(NONE) && !value.isEmpty() && !value.equals("0")) {
                told.add(what + " " + value);
            }
        });
        return String.join(", ", told);
    }

    private static Map<String, Reader> readers() {
        var readers = new LinkedHashMap<String, Reader>();
        readers.put("screen", is(facts -> facts.look.kind()));
        readers.put("question", is(facts -> facts.look.question() == null ? NONE : facts.look.question()));
        readers.put("warning", is(facts -> facts.look.topic() == null ? NONE : facts.look.topic()));
        readers.put("says", new Reader(facts -> facts.shown.get().words(), String::contains));
        readers.put(
                "speaks", new Reader(facts -> String.join(" ", facts.shown.get().clips()), Facts::isAmong));
        readers.put("mode", is(facts -> facts.shown.get().mode()));
        readers.put("look", is(facts -> facts.shown.get().look()));
        readers.put("state", is(facts -> facts.guarded.state()));
        readers.put("verdict", is(facts -> facts.guarded.verdict() == null ? NONE : facts.guarded.verdict()));
        readers.put("tier", is(facts -> facts.guarded.tier()));
        readers.put("reason", new Reader(facts -> String.join(" ", facts.guarded.reasons()), Facts::isAmong));
        readers.put("page", new Reader(facts -> facts.page.get().state(), Facts::isPage));
        readers.put("called", is(facts -> facts.page.get().called()));
        readers.put("card", is(facts -> facts.card));
        readers.put("paid", is(facts -> Integer.toString(facts.host.paid())));
        readers.put("pending", is(facts -> Integer.toString(facts.host.pending())));
        readers.put("clearance", is(facts -> facts.guarded.clearance().get()));
        readers.put("host", is(facts -> facts.host.answer()));
        return readers;
    }

    private static Reader is(Function<Facts, String> read) {
        return new Reader(read, String::equals);
    }

    private static boolean isAmong(String all, String wanted) {
        return List.of(all.split(" ")).contains(wanted) || (wanted.equals(NONE) && all.isEmpty());
    }

    private static boolean isPage(String actual, String wanted) {
        return wanted.equals("raised") ? AFTER_RAISED.contains(actual) : actual.equals(wanted);
    }

    /** How one thing is looked at and compared. */
    record Reader(Function<Facts, String> read, BiPredicate<String, String> holds) {}
}
