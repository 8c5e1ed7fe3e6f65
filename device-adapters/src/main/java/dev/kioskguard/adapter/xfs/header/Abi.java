package dev.kioskguard.adapter.xfs.header;

import java.util.Arrays;
import java.util.Locale;

/** A way to lay structures out: the two differ in the size of a pointer only, as everything is packed by one byte. */
public enum Abi {
    WIN32(4),
    WIN64(8);

    private final int pointerBytes;

    Abi(int pointerBytes) {
        this.pointerBytes = pointerBytes;
    }

    public int pointerBytes() {
        return pointerBytes;
    }

    /** Returns the one whose pointers have so many bytes. */
    public static Abi ofPointers(int bytes) {
        return Arrays.stream(values())
                .filter(abi -> abi.pointerBytes == bytes)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no XFS manager has pointers of %d bytes".formatted(bytes)));
    }

    /**
     * Reads {@code win32} or {@code win64}.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static Abi of(String word) {
        return Arrays.stream(values())
                .filter(abi -> abi.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is neither win32 nor win64".formatted(word)));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
