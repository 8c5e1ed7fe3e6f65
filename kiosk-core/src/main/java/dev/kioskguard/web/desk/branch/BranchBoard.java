package dev.kioskguard.web.desk.branch;

import dev.kioskguard.web.http.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the machines of a branch have told, as it stands by now. A page stands until its machine has taken it away: also
 * while the line is down, and on a line made anew until it is clear that the machine has no such page any more. It is
 * remembered as one that is over, so that it can be closed out. Thread-safe and bounded.
 */
public final class BranchBoard {

    static final int MACHINES_MAX = 200;
    static final int PAGES_MAX = 1_000;

    /** How many pages that are over are remembered; beyond it the oldest is its machine's business alone. */
    static final int OVER_MAX = 100;

    /**
     * Of a machine that is heard of again, how long its pages may take to come again. Pages come after their machine's
     * word, but not with it.
     */
    static final Duration SETTLED_AFTER = Duration.ofSeconds(10);

    private final Map<String, ToldMachine> machines = new TreeMap<>();
    private final Map<String, Held> pages = new LinkedHashMap<>();
    private final Map<String, ToldPage> over = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ToldPage> eldest) {
            return size() > OVER_MAX;
        }
    };
    private @Nullable Instant downSince;
    private String shown = "";

    /** Makes a board before the first word of anybody; {@code now} is since when there is no line. */
    public BranchBoard(Instant now) {
        this.downSince = now;
    }

    /** Notes that there is a line again, on which everything that stands is told anew. */
    public synchronized void connected() {
        downSince = null;
        machines.replaceAll((name, machine) -> machine.unheard());
        pages.replaceAll((id, held) -> new Held(held.page, false));
    }

    public synchronized void lost(Instant now) {
        downSince = now;
    }

    /**
     * Notes a page, or that it stands no more.
     *
     * @param text null where it stands no more
     * @throws dev.kioskguard.web.http.ProblemException if it is no page, or there are too many; then all stays
     */
    public synchronized void page(String machine, String id, @Nullable String text, Instant now) {
        Held held = pages.get(id);
        if (text == null) {
            if (held != null && held.page.machine().equals(machine)) {
                pages.remove(id);
                over.put(id, held.page.over());
            }
            return;
        }
        ToldPage told = ToldPage.read(machine, id, text);
        if (find(id).filter(known -> !known.machine().equals(machine)).isPresent()) {
            throw Problem.conflict("page-taken", "another machine has a page of this id")
                    .asException();
        }
        if (held == null && pages.size() >= PAGES_MAX) {
            throw Problem.conflict("too-many-pages", "there are more pages than a branch can have")
                    .asException();
        }
        machines.computeIfAbsent(machine, name -> ToldMachine.unknown(bounded(name), now));
        pages.put(id, new Held(told, true));
        over.remove(id);
    }

    /**
     * Notes how a machine is.
     *
     * @throws dev.kioskguard.web.http.ProblemException if it is no status, or there are too many machines
     */
    public synchronized void status(String machine, String text, Instant now) {
        ToldMachine known = machines.get(machine);
        machines.put(machine, (known == null ? ToldMachine.unknown(bounded(machine), now) : known).after(text, now));
    }

    private String bounded(String machine) {
        if (machines.size() >= MACHINES_MAX) {
            throw Problem.conflict("too-many-machines", "there are more machines than a branch can have")
                    .asException();
        }
        return machine;
    }

    /** Takes away pages that a machine has no more, and returns whether anything looks otherwise than the last time. */
    public synchronized boolean look(Instant now) {
        if (downSince == null) {
            List<ToldPage> gone = pages.values().stream()
                    .filter(held -> !held.anew && isSettled(held.page.machine(), now))
                    .map(Held::page)
                    .toList();
            gone.forEach(page -> {
                pages.remove(page.id());
                over.put(page.id(), page.over());
            });
        }
        var looks = new StringBuilder();
        machines.values()
                .forEach(machine -> looks.append(machine.by(now).word()).append(' '));
        String next = looks.append(pages.keySet()).toString();
        boolean changed = !next.equals(shown);
        shown = next;
        return changed;
    }

    private boolean isSettled(String name, Instant now) {
        ToldMachine machine = machines.get(name);
        Instant anew = machine == null ? null : machine.anew();
        return anew != null && !now.isBefore(anew.plus(SETTLED_AFTER));
    }

    /** Returns every page, those that are over first, and each oldest first. */
    public synchronized List<Map<String, Object>> pages() {
        return Stream.concat(over.values().stream(), pages.values().stream().map(Held::page))
                .map(ToldPage::body)
                .toList();
    }

    /** Returns whether somebody waits at one of the machines. */
    public synchronized boolean isSomebodyWaiting() {
        return !pages.isEmpty();
    }

    synchronized Optional<ToldPage> find(String id) {
        Held held = pages.get(id);
        return Optional.ofNullable(held == null ? over.get(id) : held.page);
    }

    /** Returns the names of all machines that were heard of. */
    synchronized List<String> names() {
        return List.copyOf(machines.keySet());
    }

    /** Returns whether a machine may hear what is said to it. */
    synchronized boolean isInReach(String name, Instant now) {
        ToldMachine machine = machines.get(name);
        return machine != null
                && machine.by(now) != ToldMachine.Word.GONE
                && machine.by(now) != ToldMachine.Word.STOPPED;
    }

    /** Returns the names of machines that say that they are here. */
    public synchronized List<String> here(Instant now) {
        return machines.values().stream()
                .filter(machine -> machine.by(now) == ToldMachine.Word.HERE)
                .map(ToldMachine::name)
                .toList();
    }

    /** Returns how machines and line are: {@code machines, line: {up, since}}. */
    public synchronized Map<String, Object> body(String detail, Instant now) {
        var line = new LinkedHashMap<String, Object>();
        line.put("up", downSince == null);
        if (downSince != null) {
            line.put("since", downSince.toString());
            line.put("detail", detail);
        }
        var all = new ArrayList<Map<String, Object>>();
        machines.values().forEach(machine -> all.add(machine.body(now)));
        var body = new LinkedHashMap<String, Object>();
        body.put("line", line);
        body.put("machines", all);
        return body;
    }

    /**
     * A page that is held.
     *
     * @param anew whether it has come on the line of now
     */
    private record Held(ToldPage page, boolean anew) {}
}
