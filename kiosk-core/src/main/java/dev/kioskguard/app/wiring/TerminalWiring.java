package dev.kioskguard.app.wiring;

import dev.kioskguard.app.config.Devices.Place;
import dev.kioskguard.app.config.KioskConfig;
import dev.kioskguard.app.terminal.BesideTerminal;
import dev.kioskguard.app.terminal.CardTokens;
import dev.kioskguard.app.terminal.Eyes;
import dev.kioskguard.app.terminal.HostedTerminal;
import dev.kioskguard.app.terminal.Pad;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.PinPad;
import dev.kioskguard.device.Sensors;
import dev.kioskguard.device.Sensors.Sensor;
import dev.kioskguard.device.Speaker;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.web.bank.TerminalDevices;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The terminal's hardware tied to the guard, by whoever owns it. */
final class TerminalWiring implements AutoCloseable {

    private final TerminalDevices devices;
    private final @Nullable HostedTerminal hosted;
    private final Optional<Speaker> speaker;
    private final Optional<Sensors> sensors;
    private final AtomicBoolean plugged = new AtomicBoolean();
    private final GuardRunner guard;

    private TerminalWiring(
            TerminalDevices devices, @Nullable HostedTerminal hosted, OpenDevices open, GuardRunner guard) {
        this.devices = devices;
        this.hosted = hosted;
        this.speaker = open.at(Place.SPEAKER, Speaker.class);
        this.sensors = open.at(Place.SENSORS, Sensors.class);
        this.guard = guard;
    }

    static TerminalWiring of(GuardSetup setup, GuardRunner guard, OpenDevices open, Eyes eyes, Worker worker) {
        if (setup.config().current().machine().ownership() == KioskConfig.Ownership.BESIDE) {
            return new TerminalWiring(new BesideTerminal(eyes), null, open, guard);
        }
        byte[] salt = setup.data().secret("card.salt", TerminalWiring::salt);
        var hosted = new HostedTerminal(
                needed(open.at(Place.CARD_READER, CardReader.class), "card-reader"),
                new Pad(needed(open.at(Place.PIN_PAD, PinPad.class), "pin-pad"), eyes, guard),
                new CardTokens(salt),
                guard,
                worker.thread());
        return new TerminalWiring(hosted, hosted, open, guard);
    }

    private static byte[] salt() {
        byte[] salt = new byte[CardTokens.SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return salt;
    }

    private static <D> D needed(Optional<D> device, String place) {
        return device.orElseThrow(() -> new IllegalArgumentException(
                "ownership: hosted needs devices.%s in kiosk.yaml; name it, or choose ownership: beside"
                        .formatted(place)));
    }

    TerminalDevices devices() {
        return devices;
    }

    void start() {
        speaker.ifPresent(device -> device.onAudible(audible -> {
            var unused =
                    guard.offer(at -> new GuardEvent.VoiceChanged(at, audible)).toCompletableFuture();
        }));
        sensors.ifPresent(device -> device.onActive(active -> headset(active.contains(Sensor.HEADSET))));
        if (hosted != null) {
            hosted.start(Ids::session);
        }
    }

    /** The sensors tell of more than the headset; the guard is told of that alone, and only when it has changed. */
    private void headset(boolean plugged) {
        if (this.plugged.getAndSet(plugged) != plugged) {
            var unused = guard.offer(at -> new GuardEvent.HeadsetChanged(at, plugged))
                    .toCompletableFuture();
        }
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
}
