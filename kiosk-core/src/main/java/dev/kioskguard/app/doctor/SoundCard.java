package dev.kioskguard.app.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Clip;
import javax.sound.sampled.LineEvent;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.UnsupportedAudioFileException;

/** The sound device of this account, through which a customer's page would speak, too. */
final class SoundCard implements Cycle.Voice {

    /** The longest that a clip is let speak. */
    private static final int SPOKEN_SECONDS_MAX = 8;

    private final Optional<Path> clip;

    /** A sound device that plays one clip, where there is one. */
    SoundCard(Optional<Path> clip) {
        this.clip = clip;
    }

    @Override
    public Optional<String> play() throws InterruptedException {
        if (clip.isEmpty()) {
            return Optional.of("there is no clip to play");
        }
        var over = new CountDownLatch(1);
        try (var audio = AudioSystem.getAudioInputStream(clip.get().toFile());
                Clip line = AudioSystem.getClip()) {
            line.addLineListener(event -> {
                if (event.getType().equals(LineEvent.Type.STOP)) {
                    over.countDown();
                }
            });
            line.open(audio);
            line.start();
            var unused = over.await(SPOKEN_SECONDS_MAX, TimeUnit.SECONDS);
            return Optional.empty();
        } catch (IOException
                | LineUnavailableException
                | UnsupportedAudioFileException
                | IllegalArgumentException
                | LinkageError e) {
            return Optional.of("this account has no sound device to play on");
        }
    }
}
