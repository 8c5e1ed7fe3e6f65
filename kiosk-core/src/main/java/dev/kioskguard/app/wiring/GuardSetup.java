package dev.kioskguard.app.wiring;

import dev.kioskguard.app.config.ConfigWatch;
import dev.kioskguard.app.config.Devices;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.content.ContentPack;
import dev.kioskguard.content.Voices;
import dev.kioskguard.guard.run.Time;
import dev.kioskguard.vision.SignalSource;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * What a guard is made from.
 *
 * @param clock makes the guard's time from the time of the journal's last line
 */
public record GuardSetup(
        ConfigWatch config, DataDirectory data, Wording wording, Function<Instant, Time> clock, Around around) {

    /** The words the guard uses, read and heard. */
    public record Wording(ContentPack pack, Voices voices) {}

    /**
     * What lies around the guard.
     *
     * @param chance the order of answers, keys and codes; ids and tokens are drawn from the system's secure source
     * @param frameAncestors origins whose pages may frame the customer's screen; empty on a terminal
     * @param over what lies between the guard and its journal's file; nothing on a terminal
     */
    public record Around(
            RandomGenerator chance,
            SignalSource signals,
            Devices devices,
            List<String> frameAncestors,
            int port,
            UnaryOperator<Journal> over) {

        public Around(
                RandomGenerator chance, SignalSource signals, Devices devices, List<String> frameAncestors, int port) {
            this(chance, signals, devices, frameAncestors, port, UnaryOperator.identity());
        }

        public Around {
            frameAncestors = List.copyOf(frameAncestors);
        }
    }
}
