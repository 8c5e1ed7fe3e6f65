package dev.kioskguard.app.doctor;

import dev.kioskguard.device.Camera;
import dev.kioskguard.device.Device;
import dev.kioskguard.vision.Lookout;
import dev.kioskguard.vision.View;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a camera sees, as far as the guard's own eyes can tell: whether its picture is good, whether a face is where
 * faces are looked for, whether anything is masked. Pictures stay in the driver.
 */
final class Eyesight {

    /** How long a face is waited for. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    /** What a camera may take to stop before a PIN is keyed. */
    private static final Duration STOP = Duration.ofSeconds(5);

    private final View view;
    private final InstantSource clock;
    private final @Nullable Person person;
    private Glimpses glimpses = new Glimpses();

    /**
     * Eyes as the configuration sets them.
     *
     * @param person who can be asked to stand before the machine; null where nobody is
     */
    Eyesight(View view, InstantSource clock, @Nullable Person person) {
        this.view = view;
        this.clock = clock;
        this.person = person;
    }

    /** Begins to look, where the device is one to look through. */
    void open(Device device) {
        if (device instanceof Lookout lookout) {
            var seen = new Glimpses();
            glimpses = seen;
            lookout.prepare(view, clock);
            lookout.onSighting(seen::add);
            lookout.look(true);
        }
    }

    /** Examines what is seen, where the device is a camera. */
    void examine(Examiner examiner, Device device, String label) {
        if (device instanceof Lookout lookout) {
            if (person != null) {
                person.please("请站在客户位置，面向屏幕", "stand where a customer stands, and look at the screen");
            }
            examiner.check(Item.CAMERA_ANGLE, label, LOOK.plusSeconds(1), () -> {
                glimpses.awaitFaces(LOOK);
                return glimpses.judged();
            });
            examiner.check(Item.CYCLE, label, STOP.plusSeconds(1), () -> stopped(lookout));
        } else if (device instanceof Camera) {
            examiner.note(
                    Item.CAMERA_ANGLE,
                    label,
                    Outcome.warn(
                            "takes single pictures, which the guard does not look at",
                            "如需识别画面，请在 devices.camera 配置 opencv: 地址；否则请目视检查角度",
                            "name an opencv: address at devices.camera for the guard to look through; or look yourself"));
        } else {
            return;
        }
        examiner.note(Item.KEYPAD_VIEW, label, keypad());
    }

    private static Outcome stopped(Lookout lookout) throws Exception {
        long began = System.nanoTime();
        lookout.look(false).toCompletableFuture().get(STOP.toMillis(), TimeUnit.MILLISECONDS);
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        return Outcome.pass("stopped looking %d ms after it was told to".formatted(took));
    }

    /** Whether the keypad is in the picture nobody can tell from here; whether it would be masked, everybody can. */
    private Outcome keypad() {
        if (view.masks().isEmpty()) {
            return Outcome.warn("nothing of the picture is masked");
        }
        StringBuilder seen = new StringBuilder("black in every frame (percent of the picture):");
        view.masks()
                .forEach(mask -> seen.append(" left %d top %d width %d height %d;"
                        .formatted(mask.left(), mask.top(), mask.width(), mask.height())));
        return Outcome.pass(seen.substring(0, seen.length() - 1));
    }
}
