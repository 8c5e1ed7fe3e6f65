package dev.kioskguard.sim.camera;

import dev.kioskguard.adapter.opencv.capture.Sources;
import dev.kioskguard.adapter.opencv.detector.Mark;
import dev.kioskguard.vision.Sighting;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The camera over the screen as a stream that can be looked through from outside. Nothing is loaded and no port opened
 * before something is played. Thread-safe; of the pictures only the newest is kept, in memory.
 */
public final class StreamCamera implements AutoCloseable {

    /** What is played when the engineer's browser sends pictures. */
    public static final String WEBCAM = "webcam";

    private final Reel reel = new Reel();
    private final Effect effect = new Effect();
    private volatile LensFault fault = LensFault.NONE;
    private @Nullable StreamServer server;
    private @Nullable Projector projector;
    private @Nullable String played;
    private volatile Runnable whenPlaying = () -> {};
    private volatile @Nullable Seen seen;

    /**
     * Plays something from here on, in place of what is played.
     *
     * @param place a clip, a folder, a stream, a camera's number, or {@link #WEBCAM}
     * @param loop whether a clip or folder begins again when it is over
     * @return completes with the first picture; fails with why there is none
     * @throws IllegalArgumentException when the place means nothing
     */
    public CompletableFuture<Void> play(String place, boolean loop) {
        Sources.check(place);
        CompletableFuture<Void> begun = begin(place, loop);
        whenPlaying.run();
        return begun.whenComplete((ok, trouble) -> {
            if (trouble != null) {
                whenPlaying.run();
            }
        });
    }

    private synchronized CompletableFuture<Void> begin(String place, boolean loop) {
        stopProjector();
        reel.clear();
        seen = null;
        played = place;
        if (place.equals(WEBCAM)) {
            return CompletableFuture.completedFuture(null);
        }
        boolean endless = place.contains("://") || place.matches("[0-9]{1,3}");
        var next = new Projector(loop && !endless ? "loop:" + place : place, this::show);
        projector = next;
        CompletableFuture<Void> begun = next.start();
        return begun.whenComplete((ok, trouble) -> {
            if (trouble != null) {
                end(next);
            }
        });
    }

    /** Registers the one that is told, outside of every lock, that something else is played or nothing any more. */
    public void onPlaying(Runnable listener) {
        whenPlaying = listener;
    }

    private synchronized void end(Projector failed) {
        if (projector == failed) {
            projector = null;
            played = null;
        }
    }

    /** Takes a picture from the engineer's browser; dropped unless that is what is played. */
    public void webcam(byte[] jpeg) {
        if (WEBCAM.equals(playing())) {
            show(jpeg);
        }
    }

    /** Returns whether something is a JPEG of a size that may come in. */
    public static boolean isPicture(byte[] data) {
        return Effect.isPicture(data);
    }

    private void show(byte[] jpeg) {
        synchronized (effect) {
            try {
                reel.put(effect.on(jpeg, fault));
            } catch (IOException | RuntimeException e) {
                // A picture that cannot be decoded is one less in the stream.
            }
        }
    }

    /** Breaks the lens, or mends it. */
    public void suffer(LensFault now) {
        fault = now;
    }

    /** Returns what is played, or null. */
    public synchronized @Nullable String playing() {
        return played;
    }

    /** Returns the newest picture as it is in the stream, as JPEG; empty while the camera is unplugged. */
    public Optional<byte[]> picture() {
        Reel.Shot newest = fault == LensFault.UNPLUGGED ? null : reel.newest();
        return Optional.ofNullable(newest).map(Reel.Shot::jpeg);
    }

    /** Returns the number of the newest picture; 0 before the first. */
    public long pictures() {
        Reel.Shot newest = reel.newest();
        return newest == null ? 0 : newest.number();
    }

    /** Returns where the stream is, MJPEG over HTTP on loopback; served from here on. */
    public synchronized URI stream() {
        if (server == null) {
            server = new StreamServer(reel, () -> fault);
        }
        return server.uri();
    }

    /** Takes what was made of a frame of the stream, for an engineer to see. */
    public void saw(Sighting sighting, List<Mark> marks) {
        seen = new Seen(sighting, marks);
    }

    /** Forgets what was made of the last frame, because nobody looks any more. */
    public void forgetSeen() {
        seen = null;
    }

    /** Returns what was made of the last frame that was looked at; empty before the first. */
    public Optional<Seen> seen() {
        return Optional.ofNullable(seen);
    }

    /** A frame of the stream as the detector saw it. */
    public record Seen(Sighting sighting, List<Mark> marks) {

        public Seen {
            marks = List.copyOf(marks);
        }
    }

    private void stopProjector() {
        if (projector != null) {
            projector.close();
            projector = null;
        }
    }

    @Override
    public synchronized void close() {
        stopProjector();
        played = null;
        reel.clear();
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
