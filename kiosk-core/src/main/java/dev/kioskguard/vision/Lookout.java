package dev.kioskguard.vision;

import dev.kioskguard.device.Device;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * A camera with something behind it that says what each frame shows. No frame leaves it, and none outlives what was
 * said of it.
 *
 * <p>A camera that is gone, or a detector that fails, is a {@link #status()} and no sightings; it comes back by itself.
 */
public interface Lookout extends Device {

    /**
     * Says how the picture is brought upright and what of it must not be seen, and by which clock frames are stamped.
     * Without it the whole picture is looked at. Counts from the next beginning to look.
     */
    void prepare(View view, InstantSource clock);

    /** Registers the one listener for sightings; told on a thread of the driver, oldest first, only while looking. */
    void onSighting(Consumer<Sighting> listener);

    /**
     * Begins or ceases to look. Asking twice is asking once; the last wish counts.
     *
     * @return completes, after {@code false}, only when no frame is being taken any more and none is kept; from then on
     *     no sighting is told until looking begins again
     */
    CompletionStage<Void> look(boolean on);
}
