package dev.kioskguard.sim.story.part;

import dev.kioskguard.sim.story.StoryFailedException;
import dev.kioskguard.sim.terminal.CardSlot.Place;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The card slot as the world sees it. A card at the exit is taken by the customer. */
public final class VirtualCardSlot {

    private static final Duration TAKEN_AFTER = Duration.ofSeconds(2);

    private final VirtualTime time;
    private final Consumer<@Nullable String> visitor;
    private Place place = Place.NONE;
    private boolean jammed;

    /** A slot without a card; {@code visitor} is told the card that has come in, and null when it has gone. */
    public VirtualCardSlot(VirtualTime time, Consumer<@Nullable String> visitor) {
        this.time = time;
        this.visitor = visitor;
    }

    public Place place() {
        return place;
    }

    public void jam(boolean now) {
        jammed = now;
    }

    public void insert(String card) {
        if (jammed || holdsCard()) {
            throw new StoryFailedException(
                    "no card goes into the slot: " + (jammed ? "it is jammed" : "it holds one already; pull it first"));
        }
        place = Place.INSIDE;
        visitor.accept(card);
    }

    public void pull() {
        if (holdsCard() && !jammed) {
            place = Place.RETURNED;
            visitor.accept(null);
        }
    }

    /** Returns whether the card could be moved; it is taken soon after. */
    public boolean eject() {
        if (!holdsCard() || jammed) {
            return false;
        }
        place = Place.AT_EXIT;
        time.in(TAKEN_AFTER, () -> {
            if (place == Place.AT_EXIT) {
                pull();
            }
        });
        return true;
    }

    public boolean retain() {
        if (!holdsCard() || jammed) {
            return false;
        }
        place = Place.RETAINED;
        visitor.accept(null);
        return true;
    }

    private boolean holdsCard() {
        return place == Place.INSIDE || place == Place.AT_EXIT;
    }
}
