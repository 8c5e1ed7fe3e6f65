package dev.kioskguard.sim.terminal;

import java.util.List;
import java.util.Optional;

/**
 * A card that a customer may hold. None of these numbers is anybody's: they stand at the end of a range with valid
 * check digits (ISO/IEC 7812-1 annex B).
 *
 * @param name how the control calls name it
 * @param number 16 to 19 digits
 * @param elder whether the bank knows its holder as an elder
 */
public record Card(String name, String number, boolean elder) {

    /** The PIN of every card. Known to customers and to the issuer, not to the terminal. */
    public static final String DEMO_PIN = "1234";

    private static final String EXPIRY_YYMM = "3012";
    private static final String SERVICE_CODE = "220";
    private static final String DISCRETIONARY = "00000000";

    private static final List<Card> ALL = List.of(
            new Card("honest", "6222020000000000018", false),
            new Card("elder", "6222020000000000026", true),
            new Card("second", "6222020000000000034", false));

    public static List<Card> all() {
        return ALL;
    }

    public static Optional<Card> of(String name) {
        return ALL.stream().filter(card -> card.name.equals(name)).findFirst();
    }

    /** Returns track 2 without sentinels (ISO/IEC 7813). */
    public String track2() {
        return "%s=%s%s%s".formatted(number, EXPIRY_YYMM, SERVICE_CODE, DISCRETIONARY);
    }

    @Override
    public String toString() {
        return "Card[%s]".formatted(name);
    }
}
