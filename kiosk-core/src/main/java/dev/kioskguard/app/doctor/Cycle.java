package dev.kioskguard.app.doctor;

import dev.kioskguard.device.Camera;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.Device;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.Key;
import dev.kioskguard.device.Lights;
import dev.kioskguard.device.Lights.Flash;
import dev.kioskguard.device.Lights.Light;
import dev.kioskguard.device.PinPad;
import dev.kioskguard.device.Speaker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
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
    private static final Duration GRACE = Duration.ofSeconds(3);

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
            check(label, MOVE.multipliedBy(Light.values().length), () -> lights(lights));
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

    private Outcome lights(Lights lights) throws Exception {
        List<String> shone = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        for (Light light : Light.values()) {
            try {
                done(lights.set(light, Flash.CONTINUOUS, MOVE));
                shone.add(Readiness.words(light));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof DeviceException known) || known.fault() != Fault.UNSUPPORTED) {
                    throw e;
                }
                absent.add(Readiness.words(light));
            }
        }
        if (shone.isEmpty()) {
            return Outcome.warn("has none of the guard's lights");
        }
        String seen = "on: " + String.join(", ", shone)
                + (absent.isEmpty() ? "" : "; not there: " + String.join(", ", absent));
        Outcome outcome =
                confirmed(seen, person.saw("这些指示灯都亮了吗？", "do these lights shine: " + String.join(", ", shone)));
        for (Light light : Light.values()) {
            if (shone.contains(Readiness.words(light))) {
                done(lights.set(light, Flash.OFF, MOVE));
            }
        }
        return outcome;
    }

    private static Outcome picture(Camera camera) throws Exception {
        byte[] picture = done(camera.takePicture(MOVE));
        return Outcome.pass("took a picture of %d bytes, which was not kept".formatted(picture.length));
    }

    private Outcome speech() throws Exception {
        Optional<String> silent = voice.play();
        if (silent.isPresent()) {
            return Outcome.warn(silent.get(), "请在客户屏幕上试听一条语音", "listen to a warning at the customer's screen instead");
        }
        return confirmed("a clip was played", person.saw("听到语音了吗？", "did you hear the voice"));
    }

    private static Outcome confirmed(String seen, Optional<Boolean> word) {
        if (word.isEmpty()) {
            return Outcome.warn(seen + "; nobody said whether it was so", "请目视或试听确认", "look or listen for yourself");
        }
        return word.get()
                ? Outcome.pass(seen + "; confirmed at the machine")
                : Outcome.fail(seen + ", and was not noticed");
    }

    static <T> T done(CompletionStage<T> stage) throws InterruptedException, ExecutionException, TimeoutException {
        return stage.toCompletableFuture().get(MOVE.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Something to be heard at the machine. */
    @FunctionalInterface
    interface Voice {

        /** Plays one clip to its end; returns why it could not be. */
        Optional<String> play() throws InterruptedException;
    }
}
