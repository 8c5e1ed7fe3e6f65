package dev.kioskguard.sim.terminal;

import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A motorised card slot with a retain bin.
 *
 * <p>A card that is offered is drawn in only while the reader accepts one; until then the customer holds it at the
 * shutter. Thread-safe; listeners are called in order while the slot is held, and must return at once.
 */
public final class CardSlot {

    /** How many cards the retain bin takes. */
    public static final int BIN_CARDS_MAX = 50;

    /** Where the last card is, as the world sees it. */
    public enum Place {
        NONE("none"),
        INSIDE("inside"),
        AT_EXIT("at-exit"),
        RETURNED("returned"),
        RETAINED("retained");

        private final String word;

        Place(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    private final List<Consumer<Place>> listeners = new CopyOnWriteArrayList<>();
    private volatile Place place = Place.NONE;
    private volatile boolean jammed;
    private boolean binBlocked;
    private int binCards;
    private @Nullable Card card;
    private @Nullable Card offered;
    private @Nullable Consumer<Card> accepting;

    /** Adds a listener for changes of {@link #place()}. */
    public void onPlace(Consumer<Place> listener) {
        listeners.add(listener);
    }

    /** Returns where the last card is, without waiting. */
    public Place place() {
        return place;
    }

    public boolean isJammed() {
        return jammed;
    }

    /** Returns the card that the reader holds, inside or at its exit. */
    public synchronized Optional<Card> held() {
        return place == Place.INSIDE || place == Place.AT_EXIT ? Optional.ofNullable(card) : Optional.empty();
    }

    public synchronized int binCards() {
        return binCards;
    }

    /** Sets what is wrong with the mechanics: a jam holds every card where it is, a full bin takes none. */
    synchronized void breakDown(boolean jam, boolean full) {
        jammed = jam;
        binBlocked = full;
    }

    /** Puts the card where an earlier run of the terminal left it. */
    public synchronized void restore(Card left, Place where) {
        card = left;
        move(where);
    }

    /**
     * Holds a card at the shutter until the reader accepts it.
     *
     * @throws IllegalStateException while the reader holds another card
     */
    public synchronized void offer(Card card) {
        boolean pushedBack = place == Place.AT_EXIT && card.equals(this.card);
        if (held().isPresent() && !pushedBack) {
            throw new IllegalStateException("the reader holds a card already; pull it first");
        }
        offered = card;
        drawIn();
    }

    /** Takes the card away, wherever the customer can reach it. Returns whether one came out. */
    public synchronized boolean pull() {
        offered = null;
        if (jammed || held().isEmpty()) {
            return false;
        }
        move(Place.RETURNED);
        return true;
    }

    /**
     * Accepts the next card, or the one that is inside already, and tells once it is in. A later call replaces this.
     */
    public synchronized void accept(Consumer<Card> in) {
        accepting = in;
        Card inside = card;
        if (place == Place.INSIDE && inside != null) {
            accepting = null;
            in.accept(inside);
            return;
        }
        drawIn();
    }

    /** Closes the shutter: no card is accepted until {@link #accept} is called again. */
    public synchronized void stopAccepting() {
        accepting = null;
    }

    private void drawIn() {
        Card coming = offered;
        Consumer<Card> in = accepting;
        if (coming == null || in == null || jammed) {
            return;
        }
        offered = null;
        accepting = null;
        card = coming;
        move(Place.INSIDE);
        in.accept(coming);
    }

    /**
     * Moves the card to the exit, where it can be taken. Harmless when it is there already.
     *
     * @throws DeviceException with {@code NO_MEDIA} or {@code MEDIA_JAMMED}
     */
    public synchronized void eject() {
        requireMovable("eject");
        move(Place.AT_EXIT);
    }

    /**
     * Draws the card back in from the exit. Harmless when it is inside.
     *
     * @throws DeviceException with {@code NO_MEDIA} or {@code MEDIA_JAMMED}
     */
    public synchronized void takeBack() {
        requireMovable("take back");
        move(Place.INSIDE);
    }

    /**
     * Moves the card to the retain bin.
     *
     * @throws DeviceException with {@code NO_MEDIA}, {@code MEDIA_JAMMED}, or {@code OTHER} when the bin is full
     */
    public synchronized void retain() {
        requireMovable("retain");
        if (isBinFull()) {
            throw new DeviceException(Fault.OTHER, "retain", "the bin is full");
        }
        binCards++;
        move(Place.RETAINED);
    }

    public synchronized boolean isBinFull() {
        return binBlocked || binCards >= BIN_CARDS_MAX;
    }

    private void requireMovable(String operation) {
        if (held().isEmpty()) {
            throw new DeviceException(Fault.NO_MEDIA, operation, "the reader holds no card");
        }
        if (jammed) {
            throw new DeviceException(Fault.MEDIA_JAMMED, operation, "the card is stuck");
        }
    }

    private void move(Place to) {
        if (place != to) {
            place = to;
            listeners.forEach(listener -> listener.accept(to));
        }
    }
}
