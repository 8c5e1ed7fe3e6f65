package dev.kioskguard.sim.standin;

import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.Alarms.Alarm;
import dev.kioskguard.sim.http.Call;
import dev.kioskguard.sim.http.GuardConnection;
import dev.kioskguard.sim.http.GuardRefusedException;
import dev.kioskguard.sim.http.GuardUnreachableException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** The browser's speaker: plays clips without a sound, for as long as they really last. Threadsafe. */
final class Speaker {

    /** A voice on request speaks this much slower. */
    static final double SLOWER_RATE = 0.8;

    /** Clips whose length is remembered; a content pack has some dozens. */
    private static final int CLIPS_MAX = 500;

    private final GuardConnection guard;
    private final Alarms alarms;
    private final Map<String, Duration> lengths = new ConcurrentHashMap<>();
    private volatile Fault fault = Fault.NONE;

    Speaker(GuardConnection guard, Alarms alarms) {
        this.guard = guard;
        this.alarms = alarms;
    }

    void suffer(Fault next) {
        fault = next;
    }

    /**
     * Plays a clip and then tells how it went, on a thread of the alarms or, if nothing could be played, on the
     * caller's.
     *
     * @param ended whether the clip was heard to its end, and what to say of it
     * @return stops the clip: nothing is told then
     */
    Alarm play(String clip, boolean slower, BiConsumer<Boolean, String> ended) {
        if (fault == Fault.DEAD) {
            ended.accept(false, "the speaker is dead");
            return () -> {};
        }
        try {
            Duration length = length(clip);
            Duration playing = slower ? Duration.ofMillis((long) (length.toMillis() / SLOWER_RATE)) : length;
            return alarms.in(playing, () -> {
                boolean heard = fault == Fault.NONE;
                ended.accept(heard, heard ? "played " + playing : "muted");
            });
        } catch (GuardRefusedException | GuardUnreachableException | IllegalArgumentException e) {
            ended.accept(false, "the clip cannot be played");
            return () -> {};
        }
    }

    private Duration length(String clip) {
        Duration known = lengths.get(clip);
        if (known != null) {
            return known;
        }
        String path = "/screen/voice/" + URLEncoder.encode(clip, StandardCharsets.UTF_8);
        Duration length = WavLength.of(guard.bytes(Call.get(path)));
        if (lengths.size() < CLIPS_MAX) {
            lengths.put(clip, length);
        }
        return length;
    }

    /** What can be wrong with the speaker. */
    enum Fault {
        NONE,
        MUTE,
        DEAD
    }
}
