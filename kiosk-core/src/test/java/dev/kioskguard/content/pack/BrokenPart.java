package dev.kioskguard.content.pack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.content.ShippedContent;
import java.io.IOException;
import java.nio.file.Path;

/** One text of a pack replaced, and the refusal that has to follow. */
final class BrokenPart {

    private BrokenPart() {}

    /** The message names the folder and what is wrong, and says what to do. */
    static void isRefused(Path pack, String file, String from, String to, String named) throws IOException {
        ShippedContent.edit(pack.resolve(file), from, to);

        assertThatThrownBy(() -> ContentPacks.read(pack))
                .isInstanceOf(ContentException.class)
                .hasMessageContaining(pack.toString())
                .hasMessageContaining(named)
                .hasMessageContaining("; ");
    }
}
