package dev.kioskguard.app.doctor;

import dev.kioskguard.device.Camera;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.Device;
import dev.kioskguard.device.Key;
import dev.kioskguard.device.Lights;
import dev.kioskguard.device.PinPad;
import dev.kioskguard.device.Speaker;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Works each device once, with somebody at the machine; whoever is asked has a time limit. */
final class Cycle {

    /** What a device may take for something that waits for nobody. */
    private static final Duration MOVE = Duration.ofSeconds(10);

    /** What a device is given to say that a time is up, before that is said for it. */
    static final Duration GRACE = Duration.ofSeconds(3);

    private final Examiner examiner;
    private final Person person;
    private final Voice voice;

    Cycle(Examiner examiner, Person person, Voice voice) {
        this.examiner = examiner;
        this.person = person;
        this.voice = voice;
    }

    /** Works a device, if it is one that anything can be done with. */
    void work(Device device, String label) {
        if (device instanceof CardReader reader) {
            new CardRound(examiner, person, MOVE).work(reader, label);
        } else if (device instanceof PinPad pad) {
            check(label, person.hand().plus(GRACE), () -> key(pad));
        } else if (device instanceof Lights lights) {
            var round = new LightsRound(lights, person, MOVE);
            check(label, LightsRound.limit(person, MOVE).plus(GRACE), round::work);
        } else if (device instanceof Camera camera) {
            check(label, MOVE.plus(GRACE), () -> picture(camera));
        } else if (device instanceof Speaker) {
            check(label, MOVE.plus(person.hand()).plus(GRACE), this::speech);
        }
    }

    private void check(String label, Duration limit, Callable<Outcome> round) {
        examiner.check(Item.CYCLE, label, limit, round);
    }

    @SuppressWarnings("try") // The listening is only to be ended.
    private Outcome key(PinPad pad) throws InterruptedException, ExecutionException {
        var pressed = new CompletableFuture<Key>();
        try (var listening = pad.listen(EnumSet.allOf(Key.class), pressed::complete)) {
            person.please("请按键盘上任意一键", "press any key of the keypad");
            pressed.get(person.hand().toMillis(), TimeUnit.MILLISECONDS);
            return Outcome.pass("a key was pressed and came");
        } catch (TimeoutException e) {
            return Outcome.fail("no key came within " + person.hand());
        }
    }

    private static Outcome picture(Camera camera) throws Exception {
        byte[] picture = done(camera.takePicture(MOVE), MOVE);
        return Outcome.pass("took a picture of %d bytes, which was not kept".formatted(picture.length));
    }

    private Outcome speech() throws Exception {
        Optional<String> silent = voice.play();
        if (silent.isPresent()) {
            return Outcome.warn(silent.get(), "请在客户屏幕上试听一条语音", "listen to a warning at the customer's screen instead");
        }
        return confirmed("a clip was played", person.saw("听到语音了吗？", "did you hear the voice"));
    }

    /** Waits for what a device was given {@code move} for, and a little longer. */
    static <T> T done(CompletionStage<T> stage, Duration move)
            throws InterruptedException, ExecutionException, TimeoutException {
        return stage.toCompletableFuture().get(move.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
    }

    static Outcome confirmed(String seen, Optional<Boolean> word) {
        if (word.isEmpty()) {
            return Outcome.warn(seen + "; nobody said whether it was so", "请目视或试听确认", "look or listen for yourself");
        }
        return word.get()
                ? Outcome.pass(seen + "; confirmed at the machine")
                : Outcome.fail(seen + ", and was not noticed");
    }

    /** Something to be heard at the machine. */
    @FunctionalInterface
    interface Voice {

        /** Plays one clip to its end; returns why it could not be. */
        Optional<String> play() throws InterruptedException;
    }
}
