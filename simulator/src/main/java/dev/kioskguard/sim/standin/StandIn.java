package dev.kioskguard.sim.standin;

import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.Alarms.Alarm;
import dev.kioskguard.sim.http.Call;
import dev.kioskguard.sim.http.EventStream;
import dev.kioskguard.sim.http.GuardConnection;
import dev.kioskguard.sim.http.GuardRefusedException;
import dev.kioskguard.sim.http.GuardUnreachableException;
import dev.kioskguard.sim.http.ServerEvent;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A browser that nobody sees: connected as the customer's is, it proves what each screen owes. Threadsafe.
 *
 * <p>What is seen is proven at once, the voice when its clip has ended by the alarms' clock. A proof that did not reach
 * the guard is sent again when the guard shows the same screen again.
 */
public final class StandIn implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StandIn.class);
    private static final Set<String> SPOKEN_AGAIN = Set.of("repeat", "slower");

    private final GuardConnection guard;
    private final Customer customer;
    private final Hand hand;
    private final Speaker speaker;
    private final Set<String> proven = new HashSet<>();
    private @Nullable EventStream events;
    private @Nullable ScreenView shown;
    private @Nullable Alarm playing;

    /**
     * A stand-in that is not connected.
     *
     * @param guard a connection with the screen's token
     * @param alarms by whose clock the voices play
     */
    public StandIn(GuardConnection guard, Alarms alarms, Customer customer) {
        this.guard = guard;
        this.customer = customer;
        this.hand = new Hand(guard);
        this.speaker = new Speaker(guard, alarms);
    }

    /** Connects; connecting twice is connecting once. */
    public synchronized void connect() {
        if (events == null) {
            events = new EventStream(guard, "/screen/events", "stand-in", new Eyes());
            events.start();
        }
    }

    /** Disconnects as a browser does that is closed: what plays breaks off, and nothing more is proven. */
    public void disconnect() {
        EventStream open;
        synchronized (this) {
            open = events;
            events = null;
            leave();
        }
        if (open != null) {
            open.close();
        }
    }

    /** Breaks screen or speaker by the contract's words for their faults, or mends it with {@code none}. */
    public void suffer(String device, String fault) {
        if (device.equals("speaker")) {
            speaker.suffer(
                    switch (fault) {
                        case "none" -> Speaker.Fault.NONE;
                        case "mute" -> Speaker.Fault.MUTE;
                        default -> Speaker.Fault.DEAD;
                    });
        } else if (fault.equals("none")) {
            connect();
        } else {
            disconnect();
        }
    }

    /** Returns what was last shown, if the stand-in is connected. */
    public synchronized Optional<ScreenView> shown() {
        return Optional.ofNullable(shown);
    }

    @Override
    public void close() {
        disconnect();
    }

    private synchronized void show(ScreenView screen) {
        ScreenView before = shown;
        boolean fresh = before == null || !before.screenId().equals(screen.screenId());
        if (fresh) {
            leave();
        }
        shown = screen;
        Owed.seen(screen.kind()).forEach(channel -> prove(screen, channel, true, "rendered"));
        boolean again = before != null
                && SPOKEN_AGAIN.contains(screen.voiceState())
                && !screen.voiceState().equals(before.voiceState());
        if (fresh || again) {
            screen.clip().ifPresent(clip -> speak(screen, clip));
        }
    }

    private void leave() {
        if (playing != null) {
            playing.cancel();
            playing = null;
        }
        proven.clear();
        shown = null;
    }

    private void speak(ScreenView screen, String clip) {
        if (playing != null) {
            playing.cancel();
        }
        boolean slower = screen.voiceState().equals("slower");
        playing = speaker.play(clip, slower, (ok, detail) -> heard(screen, ok, detail));
    }

    private synchronized void heard(ScreenView screen, boolean ok, String detail) {
        boolean current = shown != null && shown.screenId().equals(screen.screenId());
        if (current && Owed.heard(screen.kind())) {
            prove(screen, Owed.VOICE, ok, detail);
        }
    }

    private void prove(ScreenView screen, String channel, boolean ok, String detail) {
        if (proven.contains(channel)) {
            return;
        }
        Map<String, Object> proof =
                Map.of("screenId", screen.screenId(), "channel", channel, "ok", ok, "detail", detail);
        try {
            guard.call(Call.post("/screen/proofs", proof));
            if (ok) {
                proven.add(channel);
            }
        } catch (GuardRefusedException | GuardUnreachableException e) {
            LOG.debug("{} of {} is not proven: {}", channel, screen, e.getMessage());
        }
    }

    /** What the guard shows, looked at. */
    private final class Eyes implements EventStream.Listener {

        @Override
        public void received(ServerEvent event) {
            ScreenView screen = ScreenView.of(event.body());
            if (!screen.screenId().isEmpty()) {
                show(screen);
                customer.looksAt(screen, hand);
            }
        }
    }
}
