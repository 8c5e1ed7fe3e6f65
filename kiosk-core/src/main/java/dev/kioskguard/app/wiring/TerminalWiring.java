package dev.kioskguard.app.wiring;

import dev.kioskguard.app.config.Devices.Place;
import dev.kioskguard.app.config.KioskConfig;
import dev.kioskguard.app.terminal.BesideTerminal;
import dev.kioskguard.app.terminal.Eyes;
import dev.kioskguard.app.terminal.HostedTerminal;
import dev.kioskguard.app.terminal.KnownCards;
import dev.kioskguard.app.terminal.Pad;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.PinPad;
import dev.kioskguard.device.Sensors;
import dev.kioskguard.device.Sensors.Sensor;
import dev.kioskguard.device.Speaker;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.state.CardNames;
import dev.kioskguard.web.bank.TerminalDevices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The terminal's hardware tied to the guard, by whoever owns it. */
final class TerminalWiring implements AutoCloseable {

    private static final Duration SALT_EVERY = Duration.ofHours(6);

    private final TerminalDevices devices;
    private final @Nullable HostedTerminal hosted;
    private final Optional<Speaker> speaker;
    private final Optional<Sensors> sensors;
    private final AtomicBoolean plugged = new AtomicBoolean();
    private final GuardRunner guard;
    private final Eyes eyes;
    private final CardNames cardNames;

    private TerminalWiring(Owned owned, OpenDevices open, GuardRunner guard, Eyes eyes, KnownCards cards) {
        this.eyes = eyes;
        this.cardNames = cards.names();
        this.devices = owned.devices();
        this.hosted = owned.hosted();
        this.speaker = open.at(Place.SPEAKER, Speaker.class);
        this.sensors = open.at(Place.SENSORS, Sensors.class);
        this.guard = guard;
    }

    static TerminalWiring of(
            GuardSetup setup, GuardRunner guard, KnownCards cards, OpenDevices open, Eyes eyes, Worker worker) {
        // Also where no card comes for months.
        worker.every(SALT_EVERY, cards.tokens()::look);
        if (setup.config().current().machine().ownership() == KioskConfig.Ownership.BESIDE) {
            return new TerminalWiring(new Owned(new BesideTerminal(eyes), null), open, guard, eyes, cards);
        }
        var hosted = new HostedTerminal(
                needed(open.at(Place.CARD_READER, CardReader.class), "card-reader"),
                new Pad(needed(open.at(Place.PIN_PAD, PinPad.class), "pin-pad"), eyes, guard),
                cards,
                guard,
                worker.thread());
        return new TerminalWiring(new Owned(hosted, hosted), open, guard, eyes, cards);
    }

    private static <D> D needed(Optional<D> device, String place) {
        return device.orElseThrow(() -> new IllegalArgumentException(
                "ownership: hosted needs devices.%s in kiosk.yaml; name it, or choose ownership: beside"
                        .formatted(place)));
    }

    TerminalDevices devices() {
        return devices;
    }

    CardNames cardNames() {
        return cardNames;
    }

    /** Returns whether there is a camera that customers must be told of. */
    boolean hasEyes() {
        return eyes.areThere();
    }

    void start() {
        speaker.ifPresent(device -> device.onAudible(audible -> guard.report(
                "speaker " + (audible ? "heard" : "mute"), at -> new GuardEvent.VoiceChanged(at, audible))));
        sensors.ifPresent(device -> device.onActive(active -> headset(active.contains(Sensor.HEADSET))));
        if (hosted != null) {
            hosted.start(Ids::session);
        }
    }

    /** The sensors tell of more than the headset; the guard is told of that alone, and only when it has changed. */
    private void headset(boolean plugged) {
        if (this.plugged.getAndSet(plugged) != plugged) {
            guard.report("headset " + (plugged ? "there" : "gone"), at -> new GuardEvent.HeadsetChanged(at, plugged));
        }
    }

    /** Returns what is not there yet of the hardware that the configuration names. */
    List<String> missing() {
        var missing = new ArrayList<String>();
        if (hosted != null && !hosted.isServing()) {
            missing.add("the card reader takes no card yet");
        }
        if (speaker.isPresent() && !guard.state().means().voice()) {
            missing.add("the speaker is not heard yet, so transfers are refused");
        }
        return missing;
    }

    void shown(Screen screen) {
        if (hosted != null) {
            hosted.shown(screen);
        }
    }

    @Override
    public void close() {
        if (hosted != null) {
            hosted.close();
        }
    }

    /** What the application may ask of; the second where it is the guard that runs it. */
    private record Owned(TerminalDevices devices, @Nullable HostedTerminal hosted) {}
}
