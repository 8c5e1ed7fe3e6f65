package dev.kioskguard.app.wiring;

import dev.kioskguard.app.config.ConfigWatch;
import dev.kioskguard.app.config.Devices;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.content.ContentPack;
import dev.kioskguard.content.Signs;
import dev.kioskguard.content.Voices;
import dev.kioskguard.guard.run.Time;
import dev.kioskguard.vision.SignalSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * What a guard is made from.
 *
 * @param clock makes the guard's time from the time of the journal's last line
 */
public record GuardSetup(
        ConfigWatch config, DataDirectory data, Wording wording, Function<Instant, Time> clock, Around around) {

    /** The words the guard uses, read and heard. */
    public record Wording(ContentPack pack, Voices voices, Signs signs) {

        /** Words without pictograms of their own. */
        public Wording(ContentPack pack, Voices voices) {
            this(pack, voices, new Signs(Path.of("signs")));
        }
    }

    /**
     * What lies around the guard.
     *
     * @param chance the order of answers, keys and codes; ids and tokens are drawn from the system's secure source
     * @param frameAncestors origins whose pages may frame the customer's screen; empty on a terminal
     */
    public record Around(
            RandomGenerator chance, SignalSource signals, Devices devices, List<String> frameAncestors, int port) {

        public Around {
            frameAncestors = List.copyOf(frameAncestors);
        }
    }
}
