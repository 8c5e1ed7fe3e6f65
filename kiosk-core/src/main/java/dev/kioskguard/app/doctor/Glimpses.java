package dev.kioskguard.app.doctor;

import dev.kioskguard.vision.Sighting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What the frames of one look had in them, counted. Thread-safe. */
final class Glimpses {

    /** So many frames with a face are enough to say that there is one. */
    private static final int FACES_ENOUGH = 5;

    /** From which score on a face is turned away. */
    private static final double TURNED_AWAY = 0.5;

    private final CountDownLatch enough = new CountDownLatch(FACES_ENOUGH);
    private int frames;
    private int faces;
    private int away;
    private int covered;
    private int dark;
    private int blurred;
    private int frozen;

    synchronized void add(Sighting seen) {
        frames++;
        covered += seen.lens().covered() ? 1 : 0;
        dark += seen.lens().dark() ? 1 : 0;
        blurred += seen.lens().blurred() ? 1 : 0;
        frozen += seen.lens().frozen() ? 1 : 0;
        if (seen.hasFace()) {
            faces++;
            Double turned = seen.scores().lookingAway();
            away += turned != null && turned >= TURNED_AWAY ? 1 : 0;
            enough.countDown();
        }
    }

    /** Waits until there were enough frames with a face, or the time is up. */
    void awaitFaces(Duration atMost) throws InterruptedException {
        var unused = enough.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    synchronized Outcome judged() {
        if (frames == 0) {
            return Outcome.fail("no frame came", "请检查摄像头连接", "check that the camera is connected and free");
        }
        String blind = blindness();
        if (!blind.isEmpty()) {
            return Outcome.fail(
                    blind + " in most of " + frames + " frames",
                    "请清洁镜头、移除遮挡或改善照明",
                    "clean the lens, take away what covers it, or give it light");
        }
        if (faces == 0) {
            return Outcome.warn("no face in " + frames + " frames");
        }
        if (away * 2 > faces) {
            return Outcome.warn("a face in %d of %d frames, turned away in %d".formatted(faces, frames, away));
        }
        return Outcome.pass("a face in %d of %d frames".formatted(faces, frames));
    }

    private String blindness() {
        List<String> wrong = new ArrayList<>();
        mostly(covered, "covered", wrong);
        mostly(dark, "dark", wrong);
        mostly(blurred, "blurred", wrong);
        mostly(frozen, "frozen", wrong);
        return String.join(", ", wrong);
    }

    private void mostly(int count, String word, List<String> into) {
        if (count * 2 > frames) {
            into.add(word);
        }
    }
}
