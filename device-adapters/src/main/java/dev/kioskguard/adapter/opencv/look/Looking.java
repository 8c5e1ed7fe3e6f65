package dev.kioskguard.adapter.opencv.look;

import dev.kioskguard.adapter.opencv.fuse.Looker;
import dev.kioskguard.adapter.opencv.fuse.Pace;
import dev.kioskguard.adapter.opencv.infer.InferenceException;
import dev.kioskguard.adapter.opencv.model.Models;
import dev.kioskguard.vision.Sighting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Looks at one place after the other and tells what each shows. What cannot be looked at is told too, and the next is
 * looked at. One thread, until it is closed.
 */
public final class Looking implements AutoCloseable {
    private final Looker pictures;

    /** Told of everything, in order, on the looking thread. */
    public interface Listener {

        void seen(Place place, Sighting sighting);

        void failed(Place place, String why);
    }

    private Looking(Looker pictures) {
        this.pictures = pictures;
    }

    /**
     * Opens the networks.
     *
     * @throws dev.kioskguard.adapter.opencv.model.ModelException where one is not there, or not the allowed one
     */
    public static Looking open(Models models) {
        return new Looking(Looker.open(models, Pace.PICTURES));
    }

    /** Looks at {@code place} from its beginning to its end. */
    public void at(Place place, Listener listener) {
        try {
            picture(place, listener);
        } catch (IOException | InferenceException failed) {
            listener.failed(place, String.valueOf(failed.getMessage()));
        }
    }

    private void picture(Place place, Listener listener) throws IOException {
        Path file = Path.of(place.name());
        try (Mat picture = Picture.read(file)) {
            Instant taken = Files.getLastModifiedTime(file).toInstant();
            pictures.forget();
            listener.seen(place, pictures.look(0, taken, picture));
        }
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
                pictures.forget();
                Sighting again = pictures.look(0, answer.sighting().at(), picture);
                String said = String.format(Locale.ROOT, "%s %.2f", question, question.score(again));
                sheet.add(picture, pictures.marks(), answer.place().name(), said);
            }
        }
    }

    @Override
    public void close() {
        pictures.close();
    }
}
