package dev.kioskguard.adapter.opencv.look;

import dev.kioskguard.adapter.opencv.capture.SourceException;
import dev.kioskguard.adapter.opencv.fuse.LensFirst;
import dev.kioskguard.adapter.opencv.fuse.Looker;
import dev.kioskguard.adapter.opencv.fuse.Pace;
import dev.kioskguard.adapter.opencv.health.LensRules;
import dev.kioskguard.adapter.opencv.model.Models;
import dev.kioskguard.vision.Sighting;
import dev.kioskguard.vision.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Looks at one place after the other and tells what each shows. What cannot be looked at is told too, and the next is
 * looked at. One thread, until it is closed; may be stopped from any.
 */
public final class Looking implements AutoCloseable {
    private final Looker looker;
    private final LensFirst lens = LensFirst.ofEach(LensRules.STANDARD);
    private final InstantSource wall;
    private final View view;
    private volatile boolean stopped;

    /** Told of everything, in order, on the looking thread. */
    public interface Listener {

        void seen(Place place, Sighting sighting);

        /** Told of a signal of a clip or stream, when it has ended. */
        void held(Place place, Held held);

        void failed(Place place, String why);
    }

    private Looking(Looker looker, InstantSource wall, View view) {
        this.looker = looker;
        this.wall = wall;
        this.view = view;
    }

    /**
     * Opens the networks.
     *
     * @param wall what the frames of a stream are dated by; those of a file are dated by the file
     * @param view how cameras and streams hang; a file is looked at as it is
     * @throws dev.kioskguard.adapter.opencv.model.ModelException where one is not there, or not the allowed one
     */
    public static Looking open(Models models, InstantSource wall, View view) {
        return new Looking(Looker.open(models), wall, view);
    }

    /** Looks at {@code place} from its beginning to its end, or until it is stopped. */
    public void at(Place place, Listener listener) {
        if (stopped) {
            return;
        }
        try {
            if (place.isPicture()) {
                picture(place, listener);
            } else {
                var film = new Film(place, place.isCamera() ? view : View.WHOLE, listener);
                film.run(looker, began(place), () -> stopped);
            }
        } catch (IOException | SourceException | RuntimeException failed) {
            // Native code says so whatever it cannot make sense of; the next place may be a better one.
            listener.failed(place, "%s: %s".formatted(place.name(), failed.getMessage()));
        }
    }

    private void picture(Place place, Listener listener) throws IOException {
        try (Mat picture = Picture.read(Path.of(place.name()))) {
            listener.seen(place, look(began(place), picture));
        }
    }

    private Sighting look(Instant taken, Mat picture) {
        looker.begin(Pace.PICTURES);
        return lens.look(looker, 0, taken, picture);
    }

    private Instant began(Place place) throws IOException {
        return place.isFile() ? Files.getLastModifiedTime(Path.of(place.name())).toInstant() : wall.instant();
    }

    /** Ends the looking soon; what a clip or stream has shown so far is told. */
    public void stop() {
        stopped = true;
    }

    /**
     * Draws the pictures that were answered wrongly, question by question, onto one sheet.
     *
     * @throws IOException where the sheet cannot be written
     */
    public void drawErrors(Answers answers, Path png) throws IOException {
        try (var sheet = new ContactSheet()) {
            for (Question question : Question.values()) {
                if (answers.asks(question)) {
                    drawErrors(question, answers.wrong(question), sheet);
                }
            }
            sheet.write(png);
        }
    }

    private void drawErrors(Question question, List<Answers.Answer> wrong, ContactSheet sheet) throws IOException {
        for (Answers.Answer answer : wrong) {
            if (sheet.isFull() || !answer.place().isPicture()) {
                continue;
            }
            try (Mat picture = Picture.read(Path.of(answer.place().name()))) {
                Sighting again = look(answer.sighting().at(), picture);
                String said = String.format(Locale.ROOT, "%s %.2f", question, question.score(again));
                sheet.add(picture, looker.marks(), answer.place().name(), said);
            }
        }
    }

    @Override
    public void close() {
        lens.close();
        looker.close();
    }
}
