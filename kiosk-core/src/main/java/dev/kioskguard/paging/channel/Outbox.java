package dev.kioskguard.paging.channel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far each sheet has come on one way. The sheets themselves are kept by whoever hands them in, durably; of the
 * other side only what it has confirmed since the last connection counts, so that one that has lost everything is told
 * everything again. Not thread-safe.
 */
public final class Outbox {

    /** Ids that are not among those that stand; a stranger who fills the other side gets no further here. */
    static final int STRANGE_IDS_MAX = 500;

    private static final Sheet NOTHING_KNOWN = new Sheet("", "");

    private final Map<String, Sheet> confirmed = new HashMap<>();
    private final Map<String, Sheet> underWay = new LinkedHashMap<>();
    /** Ids under which somebody else has written while a sheet was under way: which came last, nobody knows. */
    private final Set<String> doubted = new HashSet<>();

    private final Map<String, Tries> tries = new HashMap<>();
    private final int triesMax;

    /** Makes an outbox that tries for ever. */
    public Outbox() {
        this(Integer.MAX_VALUE);
    }

    /** Makes an outbox that gives a sheet up, until it changes or the connection does, after so many tries in vain. */
    public Outbox(int triesMax) {
        this.triesMax = triesMax;
    }

    /**
     * Returns the sheets that the other side does not have as they stand, oldest first, and counts them as under way.
     * An id has one sheet under way at a time, so that a later one never overtakes an earlier.
     *
     * @param standing what is to stand outside
     * @param underWayMax how many may be under way together
     */
    public List<Sheet> due(List<Sheet> standing, int underWayMax) {
        var due = new ArrayList<Sheet>();
        for (Sheet sheet : wanted(standing)) {
            if (underWay.size() >= underWayMax) {
                break;
            }
            if (!underWay.containsKey(sheet.id()) && isNews(sheet) && !isGivenUp(sheet)) {
                underWay.put(sheet.id(), sheet);
                due.add(sheet);
            }
        }
        return due;
    }

    /** Returns how many sheets the other side has not confirmed as they stand. */
    public int waiting(List<Sheet> standing) {
        return (int) wanted(standing).stream().filter(this::isNews).count();
    }

    /** Returns how far each sheet has come that stands with a text, by its id. */
    public Map<String, Delivery> deliveries(List<Sheet> standing) {
        var all = new LinkedHashMap<String, Delivery>();
        for (Sheet sheet : standing) {
            if (sheet.text() != null) {
                all.put(sheet.id(), delivery(sheet));
            }
        }
        return Map.copyOf(all);
    }

    private Delivery delivery(Sheet sheet) {
        return !isNews(sheet) ? Delivery.TAKEN : triesOf(sheet) > 0 ? Delivery.FAILED : Delivery.WAITING;
    }

    /** Notes that the other side has confirmed a sheet. */
    public void confirmed(Sheet sheet) {
        if (underWay.remove(sheet.id(), sheet)) {
            confirmed.put(sheet.id(), doubted.remove(sheet.id()) ? NOTHING_KNOWN : sheet);
            tries.remove(sheet.id());
        }
    }

    /** Notes that a sheet has not arrived, or that nobody knows. */
    public void failed(Sheet sheet) {
        if (underWay.remove(sheet.id(), sheet)) {
            doubted.remove(sheet.id());
            confirmed.put(sheet.id(), NOTHING_KNOWN);
            tries.put(sheet.id(), new Tries(sheet, triesOf(sheet) + 1));
        }
    }

    /** Notes that something else stands under an id on the other side: it is told again. */
    public void overwritten(String id) {
        if (underWay.containsKey(id)) {
            doubted.add(id);
        }
        if (confirmed.containsKey(id) || confirmed.size() < STRANGE_IDS_MAX) {
            confirmed.put(id, NOTHING_KNOWN);
        }
    }

    /** Notes that the connection is another one: nobody knows any more what the other side has. */
    public void lost() {
        List.copyOf(underWay.values()).forEach(this::failed);
        tries.clear();
        confirmed.replaceAll((id, sheet) -> NOTHING_KNOWN);
    }

    /** What stands, and the withdrawal of what stands no more. */
    private List<Sheet> wanted(List<Sheet> standing) {
        var wanted = new LinkedHashMap<String, Sheet>();
        standing.forEach(sheet -> wanted.put(sheet.id(), sheet));
        confirmed.keySet().removeIf(id -> !wanted.containsKey(id) && isWithdrawn(id));
        tries.keySet().retainAll(confirmed.keySet());
        confirmed.keySet().forEach(id -> wanted.putIfAbsent(id, new Sheet(id, null)));
        return List.copyOf(wanted.values());
    }

    private boolean isWithdrawn(String id) {
        return new Sheet(id, null).equals(confirmed.get(id));
    }

    private boolean isNews(Sheet sheet) {
        return !sheet.equals(confirmed.get(sheet.id()));
    }

    private boolean isGivenUp(Sheet sheet) {
        return triesOf(sheet) >= triesMax;
    }

    private int triesOf(Sheet sheet) {
        Tries tried = tries.get(sheet.id());
        return tried != null && tried.sheet().equals(sheet) ? tried.inVain() : 0;
    }

    /** How often a sheet was tried in vain, as it stands. */
    private record Tries(Sheet sheet, int inVain) {}
}
