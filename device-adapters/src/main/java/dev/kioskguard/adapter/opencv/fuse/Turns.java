package dev.kioskguard.adapter.opencv.fuse;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which glances each frame gets. A picture gets all of them; a frame of a stream gets one in turn, and what the others
 * gave is believed for a moment: all at every frame would take half a core. Reads no clock. One thread.
 */
final class Turns {
    /** How long a glance is believed. Its next turn comes before, unless frames stay out; then it is due at once. */
    static final Duration BELIEVED = Duration.ofSeconds(2);

    /** Hands move fastest, and a phone is small: it is looked for near and far. */
    private static final List<Glance> ORDER = List.of(
            Glance.PALMS, Glance.THINGS_AT_TORSO, Glance.BODY, Glance.PALMS, Glance.THINGS_AT_HEAD, Glance.THINGS);

    private final Map<Glance, Instant> last = new EnumMap<>(Glance.class);
    private Pace pace = Pace.PICTURES;
    private int turn;

    /** Begins anew: what comes has nothing to do with what was. */
    void begin(Pace of) {
        pace = of;
        turn = 0;
        last.clear();
    }

    /** Returns what the frame of {@code at} is looked through for, and takes it as done. */
    Set<Glance> due(Instant at, boolean anybody) {
        Set<Glance> sensible = EnumSet.allOf(Glance.class);
        sensible.removeIf(glance -> glance.isAroundAFace() && !anybody);
        last.keySet().retainAll(sensible);
        last.values()
                .removeIf(done -> pace == Pace.PICTURES || done.plus(BELIEVED).isBefore(at));
        Glance next = ORDER.get(turn++ % ORDER.size());
        Set<Glance> due = EnumSet.copyOf(sensible);
        due.removeAll(last.keySet());
        due.add(sensible.contains(next) ? next : Glance.THINGS);
        due.forEach(glance -> last.put(glance, at));
        return due;
    }

    /** Returns the glances whose last result still counts. */
    Set<Glance> believed() {
        return last.keySet();
    }
}
