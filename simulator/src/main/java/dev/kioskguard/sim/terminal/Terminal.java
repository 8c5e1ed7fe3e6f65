package dev.kioskguard.sim.terminal;

import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.device.Key;
import dev.kioskguard.sim.pad.DemoKeys;
import dev.kioskguard.sim.pad.EncryptingPad;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * A whole terminal, and the hands of the customer and the engineer on it. Thread-safe.
 *
 * <p>A call that acts returns a stage that completes when its effect has settled; the caller bounds its own patience.
 */
public final class Terminal {

    private final String serialNumber;
    private final Faults faults;
    private final EncryptingPad pad;
    private final CardSlot cardSlot = new CardSlot();
    private final Eye eye = new Eye();
    private final LightPanel lights = new LightPanel();
    private final Surroundings surroundings = new Surroundings();
    private final TextDisplay display = new TextDisplay();
    private final Settling settling = new Settling();
    private final AtomicInteger keysLost = new AtomicInteger();

    /**
     * A terminal just switched on, its demonstration keys loaded.
     *
     * @param alarms when faults end, and how late a slow device is
     * @param serialNumber from which its keys are derived
     */
    public Terminal(Alarms alarms, RandomGenerator chance, String serialNumber) {
        this.serialNumber = serialNumber;
        this.faults = new Faults(alarms);
        this.pad = new EncryptingPad(chance);
        new DemoKeys(serialNumber).loadInto(pad);
        pad.onMode(settling::look);
        cardSlot.onPlace(place -> settling.look());
        faults.onChange(this::breakDown);
    }

    private void breakDown(TerminalDevice device, Fault fault) {
        if (device == TerminalDevice.CARD_READER) {
            cardSlot.breakDown(fault == Fault.JAM, fault == Fault.FULL);
        } else if (device == TerminalDevice.SPEAKER) {
            surroundings.mute(fault == Fault.MUTE);
        }
    }

    /**
     * Offers a card; completes once it is inside and the PIN can be keyed.
     *
     * @throws IllegalArgumentException when there is no card of that name
     * @throws IllegalStateException while the reader holds another card
     */
    public CompletionStage<Void> insertCard(String name) {
        Card card = Card.of(name).orElseThrow(() -> new IllegalArgumentException("no card is called " + name));
        cardSlot.offer(card);
        return settling.when(() -> cardSlot.place() == CardSlot.Place.INSIDE && pad.mode() == EncryptingPad.Mode.PIN);
    }

    /** Takes the card away; completes once it is out. Pulling twice is harmless; a jammed card stays. */
    public CompletionStage<Void> pullCard() {
        cardSlot.pull();
        return CompletableFuture.completedStage(null);
    }

    /** Presses keys in order; completes with how many of them anybody took. The others are lost. */
    public CompletionStage<Integer> press(List<Key> keys) {
        int taken = 0;
        for (Key key : keys) {
            if (pad.press(key)) {
                taken++;
            } else {
                keysLost.incrementAndGet();
            }
        }
        return CompletableFuture.completedStage(taken);
    }

    /** Breaks a device, or mends it with {@link Fault#NONE}; without a duration until it is set again. */
    public void fault(TerminalDevice device, Fault fault, Optional<Duration> duration) {
        faults.set(device, fault, duration);
    }

    /** Completes once the card is in that place. */
    public CompletionStage<Void> whenCard(CardSlot.Place place) {
        return settling.when(() -> cardSlot.place() == place);
    }

    /** Completes once the keypad is in that mode. */
    public CompletionStage<Void> whenKeypad(EncryptingPad.Mode mode) {
        return settling.when(() -> pad.mode() == mode);
    }

    public TerminalView view() {
        Map<String, String> broken = new TreeMap<>();
        faults.all().forEach((device, fault) -> broken.put(device.word(), fault.word()));
        return new TerminalView(
                cardSlot.place().word(),
                pad.mode().name().toLowerCase(Locale.ROOT),
                keysLost.get(),
                lights.rates(),
                surroundings.isMuted() ? "muted" : "on",
                display.lines(),
                eye.pictures(),
                surroundings.sensors(),
                broken);
    }

    public String serialNumber() {
        return serialNumber;
    }

    public Faults faults() {
        return faults;
    }

    public EncryptingPad pad() {
        return pad;
    }

    public CardSlot cardSlot() {
        return cardSlot;
    }

    public Eye eye() {
        return eye;
    }

    public LightPanel lights() {
        return lights;
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    public TextDisplay display() {
        return display;
    }
}
