package dev.kioskguard.device;

import java.util.Arrays;
import java.util.Optional;

/** A key of the terminal's keypad or at the side of its screen, by the word that outsiders use for it. */
public enum Key {
    // @formatter:off
    ZERO("0"), ONE("1"), TWO("2"), THREE("3"), FOUR("4"), FIVE("5"), SIX("6"), SEVEN("7"), EIGHT("8"), NINE("9"),
    ENTER("enter"), CLEAR("clear"), CANCEL("cancel"),
    FDK01("fdk01"), FDK02("fdk02"), FDK03("fdk03"), FDK04("fdk04"),
    FDK05("fdk05"), FDK06("fdk06"), FDK07("fdk07"), FDK08("fdk08");
    // @formatter:on

    private final String word;

    Key(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Returns the digit as text, or empty for a function key. */
    public Optional<String> digit() {
        return word.length() == 1 ? Optional.of(word) : Optional.empty();
    }

    /** Returns whether it is one of those at the side of the screen. */
    public boolean isFdk() {
        return word.startsWith("fdk");
    }

    public static Optional<Key> of(String word) {
        return Arrays.stream(values()).filter(key -> key.word.equals(word)).findFirst();
    }
}
