package dev.kioskguard.content;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a pack tells beside the screens of a transfer: kinds of fraud, local cases, slogans, notices, and how surnames
 * sound.
 *
 * @param scams by their ids
 * @param cases by their ids
 * @param notices by their ids, such as {@code withdrawal-tip}; their words are the screens {@code notice.<id>}
 * @param surnames the clip that says a surname, by the surname
 */
public record Told(
        Map<String, OfScam> scams,
        Map<String, OfCase> cases,
        List<Slogan> slogans,
        Map<String, Notice> notices,
        Map<String, String> surnames) {

    private static final List<String> SCREENS_OF_A_SCAM = List.of("warning.", "ask.scam.");

    public Told {
        scams = Map.copyOf(scams);
        cases = Map.copyOf(cases);
        slogans = List.copyOf(slogans);
        notices = Map.copyOf(notices);
        surnames = Map.copyOf(surnames);
    }

    /** The pictogram of a screen that is about one kind of fraud. */
    public Optional<String> sign(String screen) {
        return SCREENS_OF_A_SCAM.stream()
                .filter(screen::startsWith)
                .map(start -> scams.get(screen.substring(start.length())))
                .flatMap(scam -> Optional.ofNullable(scam).stream())
                .map(OfScam::sign)
                .findFirst();
    }

    /** The clip that says a surname; nothing where it has to be asked for in another way. */
    public Optional<String> surnameClip(String surname) {
        return Optional.ofNullable(surnames.get(surname));
    }

    /**
     * The words about a kind of fraud beside its two screens.
     *
     * @param talk what the member of staff who comes may say first
     * @param sign the name of its pictogram
     */
    public record OfScam(
            Text name, Text question, Text talk, @Nullable Text slogan, String sign) {}

    /**
     * The words of a local case.
     *
     * @param loss in whole yuan
     */
    public record OfCase(Text place, YearMonth date, Text trick, long loss) {}

    /** A single line, where it may stand, and when and for whom. */
    public record Slogan(String id, Text text, Set<Place> where, Targeting shownTo) {

        public Slogan {
            where = Set.copyOf(where);
        }
    }

    /** Where a slogan may stand. */
    public enum Place {
        /** On every screen of a transfer. */
        STRIP,
        /** On the terminal while nobody is there. */
        ATTRACT,
        LED,
        LOBBY
    }

    /**
     * How a notice beside other business is shown.
     *
     * @param readFor the least time before it may be acknowledged; zero where nothing is asked
     * @param elderOnly only where the issuer marks the customer so
     */
    public record Notice(Duration readFor, boolean elderOnly) {}
}
