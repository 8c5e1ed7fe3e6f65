package dev.kioskguard.app.channel;

import dev.kioskguard.transfer.clearance.PublicKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desks whose word counts here, in a file that is read anew each time, so that a desk that is taken off it is off
 * at once. What cannot be read trusts nobody.
 */
final class DeskKeys implements Supplier<PublicKeys> {

    private static final Logger LOG = LoggerFactory.getLogger(DeskKeys.class);
    private static final int FILE_BYTES_MAX = 64 * 1024;

    private final @Nullable Path file;

    private DeskKeys(@Nullable Path file) {
        this.file = file;
    }

    static DeskKeys none() {
        return new DeskKeys(null);
    }

    static DeskKeys in(Path file) {
        return new DeskKeys(file);
    }

    @Override
    public PublicKeys get() {
        if (file == null) {
            return PublicKeys.NONE;
        }
        try {
            if (Files.size(file) <= FILE_BYTES_MAX) {
                return PublicKeys.parse(Files.readString(file));
            }
            LOG.warn("{} is too large for the keys of some desks, so no command counts", file);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} cannot be read, so no command counts: {}", file, e.getMessage());
        }
        return PublicKeys.NONE;
    }
}
