package dev.kioskguard.adapter.opencv.model;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The networks as the launcher has made them ready, for tests that cannot do without; otherwise they are skipped. */
public final class PreparedModels {
    private PreparedModels() {}

    /** The folder of the networks, wherever below the project's top folder the tests were started. */
    public static Path folder() {
        Path top = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(top.resolve("kiosk-core"))) {
            top = top.getParent();
        }
        return top.resolve("target/models");
    }

    /** The networks; where there are none, whoever asks is skipped, with the reason. */
    public static Models require() {
        Models models = Models.in(folder());
        Assumptions.assumeTrue(
                models.stand(), "no networks in target/models: ./kiosk test fetches them where it can reach npm");
        return models;
    }
}
