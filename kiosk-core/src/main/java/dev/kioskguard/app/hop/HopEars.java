package dev.kioskguard.app.hop;

import dev.kioskguard.app.hop.HopBoard.Place;
import dev.kioskguard.guard.event.GuardEvent.NeighbourStopped;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.guard.state.CardMemory;
import dev.kioskguard.risk.EarlierStop;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Where the words of neighbours come in: only what a machine of this branch has sealed, of itself, in time. What is
 * known already changes nothing. What could not be written down is tried again. Thread-safe.
 */
final class HopEars {

    /** How far a neighbour's clock may be ahead. */
    static final Duration SKEW_MAX = Duration.ofMinutes(2);

    /** How many stops one neighbour may have told of at a time: as many as an honest one does. */
    static final int OF_ONE_MAX = HopBoard.HOPS_MAX;

    private final Place place;
    private final Neighbourhood neighbourhood;
    private final GuardRunner guard;
    private final BiConsumer<String, String> refusals;

    /** What is on its way to the guard, by the name of the card. */
    private final Map<String, Hop> underWay = new LinkedHashMap<>();

    /** Makes the ears; {@code refusals} are told a kind of a fixed few and a detail, as {@code Station} has them. */
    HopEars(Place place, Neighbourhood neighbourhood, GuardRunner guard, BiConsumer<String, String> refusals) {
        this.place = place;
        this.neighbourhood = neighbourhood;
        this.guard = guard;
        this.refusals = refusals;
    }

    /** Takes what stands under a neighbour's name, whoever has written it. */
    void heard(String machine, String text) {
        var read = Hop.read(text);
        if (read.isEmpty()) {
            refusals.accept("hop-garbage", "what stands under a neighbour's name is no word of a machine");
            return;
        }
        Hop hop = read.get().hop();
        if (!hop.branch().equals(place.branch()) || !hop.machine().equals(machine)) {
            refusals.accept("hop-foreign", "a word of another branch or machine than the one it stands under");
        } else if (!read.get().isOf(neighbourhood.secret())) {
            refusals.accept("hop-forged", "a word that no machine has sealed that has this branch's secret");
        } else if (!machine.equals(place.machine()) && isInTime(hop)) {
            take(hop);
        }
    }

    private boolean isInTime(Hop hop) {
        Instant now = neighbourhood.now();
        LocalDate stopped = Hop.Card.dayOf(hop.stoppedAt());
        boolean possible = !hop.until().isAfter(hop.stoppedAt().plus(Hop.LIFE_MAX))
                && !hop.card().day().isAfter(stopped)
                && !hop.card().day().isBefore(stopped.minusDays(1));
        if (hop.stoppedAt().isAfter(now.plus(SKEW_MAX)) || !possible) {
            refusals.accept("hop-future", "a word from the future, or for too long: set the clocks of the branch");
            return false;
        }
        if (!hop.until().isAfter(now)) {
            refusals.accept("hop-expired", "a word whose time is over");
            return false;
        }
        return true;
    }

    private void take(Hop hop) {
        List<String> names = neighbourhood.kept(hop.card().token());
        if (names.stream().anyMatch(name -> isKnown(name, hop))) {
            return;
        }
        synchronized (underWay) {
            if (told(hop.machine()) >= OF_ONE_MAX) {
                refusals.accept("hop-flood", "a neighbour tells of more stops than a machine could have");
                return;
            }
            underWay.put(names.get(0), hop);
        }
        offer(names.get(0), hop);
    }

    private boolean isKnown(String name, Hop hop) {
        CardMemory known = guard.state().cards().get(name);
        return known != null
                && known.stoppedUntil() != null
                && !known.stoppedUntil().isBefore(hop.until());
    }

    private long told(String machine) {
        Instant now = neighbourhood.now();
        long written = guard.state().cards().values().stream()
                .filter(card -> card.isHearsay() && isOf(machine, card.stoppedBy()) && card.stoppedAt(now))
                .count();
        return written
                + underWay.values().stream()
                        .filter(hop -> hop.machine().equals(machine))
                        .count();
    }

    private static boolean isOf(String machine, @Nullable EarlierStop told) {
        return told != null && told.machine().equals(machine);
    }

    private void offer(String name, Hop hop) {
        var unused = guard.offer(at -> new NeighbourStopped(at, name, hop.machine(), hop.stoppedAt(), hop.until()))
                .thenAccept(written -> over(name, hop))
                .exceptionally(later -> null);
    }

    private void over(String name, Hop hop) {
        synchronized (underWay) {
            underWay.remove(name, hop);
        }
    }

    /** Offers again what could not be written; what has run out meanwhile is nobody's business any more. */
    void look() {
        Map<String, Hop> left;
        synchronized (underWay) {
            underWay.values().removeIf(hop -> !hop.until().isAfter(neighbourhood.now()));
            left = Map.copyOf(underWay);
        }
        left.forEach(this::offer);
    }
}
