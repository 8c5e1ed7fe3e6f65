package dev.kioskguard.paging.channel;

import java.time.Duration;
import java.util.List;

/** The other machines of the branch, as a way outside reaches them. Thread-safe. */
public interface Neighbours {

    /** Returns what this machine tells them now, oldest first. */
    List<Alert> standing();

    /**
     * Takes what stands under a machine's name; it may be forged, and is judged here.
     *
     * @param machine letters, digits, hyphens and underscores
     */
    void heard(String machine, String text);

    /**
     * One word to all neighbours.
     *
     * @param left how long it is of any use; the other side may forget it then
     */
    record Alert(Sheet sheet, Duration left) {}
}
