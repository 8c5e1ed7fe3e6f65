package dev.kioskguard.app.wiring;

import dev.kioskguard.app.config.ConfigWatch;
import dev.kioskguard.app.config.Devices;
import dev.kioskguard.app.config.KioskConfig.Broker;
import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.content.ContentPack;
import dev.kioskguard.content.Signs;
import dev.kioskguard.content.Voices;
import dev.kioskguard.content.pack.ContentPacks;
import dev.kioskguard.guard.run.Time;
import dev.kioskguard.risk.PayeeLookUps;
import dev.kioskguard.vision.SignalSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a guard is made from.
 *
 * @param clock makes the guard's time from the time of the journal's last line
 */
public record GuardSetup(
        ConfigWatch config, DataDirectory data, ContentInUse wording, Function<Instant, Time> clock, Around around) {

    /** The words the guard uses, read and heard. */
    public record Wording(ContentPack pack, Voices voices, Signs signs) {

        /** Reads the folder of the configuration, with the clips of the bank or, without them, the build's. */
        public static Wording read(Path config, String folder) {
            Path files = config.resolve(folder);
            return new Wording(ContentPacks.read(files), voices(config), Signs.of(files));
        }

        static Voices voices(Path config) {
            Path rendered = Path.of(System.getProperty("kioskguard.voices", "target/voices"));
            return new Voices(config.resolve("voices").resolve("recorded"), rendered);
        }
    }

    /**
     * What lies around the guard.
     *
     * @param chance the order of answers, keys and codes; ids and tokens are drawn from the system's secure source
     * @param signals what is seen of the customer; null where the camera that the configuration names is to be watched
     * @param frameAncestors origins whose pages may frame the customer's screen and the desk; empty on a terminal
     * @param lookUps the bank's own look-ups of a payee; null where there are none
     * @param broker goes before the one that the configuration names; null on a terminal
     * @param over what lies between the guard and its journal's file; nothing on a terminal
     */
    public record Around(
            RandomGenerator chance,
            @Nullable SignalSource signals,
            Devices devices,
            List<String> frameAncestors,
            int port,
            @Nullable PayeeLookUps lookUps,
            @Nullable Broker broker,
            UnaryOperator<Journal> over) {

        public Around {
            frameAncestors = List.copyOf(frameAncestors);
        }

        /** The surroundings of a terminal whose bank has no look-ups of its own. */
        public Around(
                RandomGenerator chance,
                @Nullable SignalSource signals,
                Devices devices,
                List<String> frameAncestors,
                int port) {
            this(chance, signals, devices, frameAncestors, port, null, null, UnaryOperator.identity());
        }
    }
}
