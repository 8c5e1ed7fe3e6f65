package dev.kioskguard.sim.whole;

import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.JournalException;
import dev.kioskguard.sim.terminal.Card;
import dev.kioskguard.sim.terminal.CardSlot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the card is, kept in the data directory: a card does not leave a reader because a process ended.
 *
 * <p>The file has one line, the card's name and its place, while the reader holds a card, and is empty otherwise.
 */
final class CardMemory {

    static final String FILE = "terminal-card";

    private static final Logger LOG = LoggerFactory.getLogger(CardMemory.class);

    private final DataDirectory data;

    private CardMemory(DataDirectory data) {
        this.data = data;
    }

    static CardMemory in(DataDirectory data) {
        return new CardMemory(data);
    }

    /** Puts the card where it was left, and notes from now on where it goes. */
    void follow(CardSlot slot) {
        String left = kept();
        int gap = left.indexOf(' ');
        if (gap > 0) {
            Card.of(left.substring(0, gap)).ifPresent(card -> place(left.substring(gap + 1), card, slot));
        }
        slot.onPlace(place -> note(slot, place));
    }

    private static void place(String word, Card card, CardSlot slot) {
        Arrays.stream(CardSlot.Place.values())
                .filter(place -> place.word().equals(word))
                .findFirst()
                .ifPresent(place -> slot.restore(card, place));
    }

    private String kept() {
        Path file = data.file(FILE);
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException("the place of the terminal's card cannot be read", e);
        }
    }

    private void note(CardSlot slot, CardSlot.Place place) {
        String line = slot.held().map(card -> card.name() + " " + place.word()).orElse("");
        try {
            data.publish(FILE, line.getBytes(StandardCharsets.US_ASCII));
        } catch (JournalException e) {
            // A full disk does not hold up a motor: the card moves, and the next start may have it in its old place.
            LOG.warn("the place of the terminal's card is not kept: {}", e.getMessage());
        }
    }
}
