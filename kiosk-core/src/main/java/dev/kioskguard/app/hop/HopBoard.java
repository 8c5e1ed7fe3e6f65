package dev.kioskguard.app.hop;

import dev.kioskguard.audit.Entry;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.Letter;
import dev.kioskguard.audit.RecordJson;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.paging.channel.Neighbours.Alert;
import dev.kioskguard.paging.channel.Sheet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What this machine tells its neighbours, as letters beside the journal: each in one commit with the line of the step
 * that has stopped a transfer. Anyone may read; all that changes it happens on the guard's thread, between its steps.
 */
final class HopBoard {

    /** How many stops a machine tells of at a time; beyond it the oldest is told no more. */
    static final int HOPS_MAX = 100;

    /** The kind of the journal's lines about words whose time is over. */
    static final String OVER = "NeighboursToldEnough";

    private static final Logger LOG = LoggerFactory.getLogger(HopBoard.class);
    private static final String LETTER = "hop-";

    private final Place place;
    private final Neighbourhood neighbourhood;
    private final Journal journal;
    private volatile Map<String, Kept> hops;
    private volatile Runnable changed = () -> {};

    /** Makes a board with the words that the journal kept. */
    HopBoard(Place place, Neighbourhood neighbourhood, Journal journal) {
        this.place = place;
        this.neighbourhood = neighbourhood;
        this.journal = journal;
        this.hops = restored(journal.letters());
    }

    private static Map<String, Kept> restored(List<Letter> letters) {
        var hops = new LinkedHashMap<String, Kept>();
        for (Letter letter : letters) {
            if (letter.id().startsWith(LETTER)) {
                try {
                    hops.put(letter.id(), RecordJson.MAPPER.readValue(letter.text(), Kept.class));
                } catch (JacksonException otherForm) {
                    LOG.warn("{} was written by another version and is not told", letter.id());
                }
            }
        }
        return hops;
    }

    /** Registers who is told that there is something new to be said; it must return at once. */
    void onChanged(Runnable told) {
        changed = told;
    }

    /** Returns what a step of the guard is about to tell neighbours, to be written in one commit with its line. */
    List<Letter> letters(List<Effect> effects) {
        var next = new LinkedHashMap<>(hops);
        effects.forEach(effect -> add(next, effect));
        var letters = new ArrayList<Letter>();
        hops.keySet().stream().filter(id -> !next.containsKey(id)).forEach(id -> letters.add(new Letter(id, null)));
        next.forEach((id, kept) -> {
            if (!hops.containsKey(id)) {
                letters.add(new Letter(id, RecordJson.MAPPER.writeValueAsString(kept)));
            }
        });
        return letters;
    }

    /** Carries out an effect of the guard that is for neighbours; any other changes nothing. */
    void carryOut(Effect effect) {
        if (effect instanceof Effect.TellNeighbours) {
            var next = new LinkedHashMap<>(hops);
            add(next, effect);
            hops = next;
            changed.run();
        }
    }

    private void add(Map<String, Kept> to, Effect effect) {
        if (effect instanceof Effect.TellNeighbours tell) {
            hop(tell).ifPresent(hop -> {
                to.put(LETTER + hop.id(), new Kept(hop.text(neighbourhood.secret()), hop.until()));
                if (to.size() > HOPS_MAX) {
                    to.remove(to.keySet().iterator().next());
                }
            });
        }
    }

    private Optional<Hop> hop(Effect.TellNeighbours tell) {
        Instant longest = tell.stoppedAt().plus(Hop.LIFE_MAX);
        Instant until = tell.until().isBefore(longest) ? tell.until() : longest;
        return neighbourhood
                .card(tell.cardToken())
                .map(card -> new Hop(place.branch(), place.machine(), card, tell.stoppedAt(), until));
    }

    /** Returns what is to be told now, oldest first. */
    List<Alert> standing() {
        Instant now = neighbourhood.now();
        return hops.entrySet().stream()
                .filter(hop -> hop.getValue().until().isAfter(now))
                .map(hop -> new Alert(
                        new Sheet(hop.getKey(), hop.getValue().text()),
                        Duration.between(now, hop.getValue().until())))
                .toList();
    }

    /** Returns whether something is told whose time is over. */
    boolean isDue() {
        Instant now = neighbourhood.now();
        return hops.values().stream().anyMatch(hop -> !hop.until().isAfter(now));
    }

    /** Destroys what is not to be told any more; its lines stay, and name no card. */
    void look(Instant at) {
        var over = hops.entrySet().stream()
                .filter(hop -> !hop.getValue().until().isAfter(at))
                .map(Map.Entry::getKey)
                .toList();
        if (over.isEmpty()) {
            return;
        }
        var open = JsonNodeFactory.instance.objectNode().put("hops", over.size());
        journal.append(
                new Entry(at, OVER, null, open, null),
                over.stream().map(id -> new Letter(id, null)).toList());
        var next = new LinkedHashMap<>(hops);
        next.keySet().removeAll(over);
        hops = next;
        changed.run();
    }

    /** Which machine of which branch this is. */
    record Place(String branch, String machine) {}

    /** A word with its seal, and until when it is told. */
    private record Kept(String text, Instant until) {}
}
