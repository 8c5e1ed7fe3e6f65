package dev.kioskguard.paging.channel;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The machine, as a way for its pages sees it. Thread-safe; every method may read from the disk. */
public interface Station {

    /** Returns the machine's name: letters, digits, hyphens and underscores. */
    String machine();

    /** Returns every page that is remembered, oldest first; one that is over has no text. */
    List<Sheet> standing();

    /**
     * Returns the machine's state as one JSON object, with a signed checkpoint of its journal.
     *
     * @param word such as {@code here}: whether the machine can be reached
     */
    String status(String word);

    /**
     * Returns what has happened to pages and has not been told yet, in order, one JSON object each.
     *
     * @param max how many at most
     */
    List<Told> untold(int max);

    /** Notes that the other side has confirmed everything up to this one. */
    void told(Told last);

    /**
     * Takes what somebody on the other side wants done; who it is and whether they may is judged here.
     *
     * @param token as it came, whatever it is
     * @return what is to be said among the events; empty where nobody is answered
     */
    CompletionStage<Optional<String>> command(String token);

    /**
     * Notes in the journal that the other side did what it must not do.
     *
     * @param kind one of a fixed few: each is written at once, but not again and again
     * @param detail what it was, without a word of what was sent
     */
    void refused(String kind, String detail);

    /** Returns the other machines of the branch; empty where this one tells them nothing and hears nothing of them. */
    default Optional<Neighbours> neighbours() {
        return Optional.empty();
    }

    /**
     * Something that has happened.
     *
     * @param number grows from one to the next
     */
    record Told(long number, String text) {}
}
