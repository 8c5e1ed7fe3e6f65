package dev.kioskguard.adapter;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Reading material that lies beside the repository where it was built, and nowhere else. */
public final class SharedFacts {

    private SharedFacts() {}

    /** Returns a file or folder of {@code shared}; skips the test, saying why, where there is none. */
    public static Path path(String name) {
        Path place = Path.of("shared", name);
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            if (Files.exists(up.resolve(place))) {
                return up.resolve(place);
            }
        }
        assumeTrue(false, place + " is not beside this repository, so there is nothing to compare with");
        throw new AssertionError("not reached");
    }
}
