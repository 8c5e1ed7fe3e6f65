package dev.kioskguard.app.config;

import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.configuration2.reloading.ReloadingDetector;

/**
 * A look at what a file says rather than when it was written: an editor that keeps the time of a file, or a clock that
 * jumps back, hides no change. Threadsafe.
 */
final class FileContent implements ReloadingDetector {

    private static final byte[] UNREADABLE = {};

    private final Path file;
    private byte[] seen = UNREADABLE;
    private byte[] latest = UNREADABLE;

    FileContent(Path file) {
        this.file = file;
    }

    /** Notes what has been read already. */
    synchronized void seen(byte[] bytes) {
        seen = bytes;
        latest = bytes;
    }

    /**
     * Returns the bytes that the last look found.
     *
     * @throws ConfigException when it found none
     */
    synchronized byte[] latest() {
        // Asking again gives the reason why there was nothing.
        return latest.length == 0 ? ConfigText.bytes(file) : latest;
    }

    @Override
    public synchronized boolean isReloadingRequired() {
        try {
            latest = ConfigText.bytes(file);
        } catch (ConfigException unreadable) {
            latest = UNREADABLE;
        }
        return !Arrays.equals(latest, seen);
    }

    @Override
    public synchronized void reloadingPerformed() {
        seen = latest;
    }
}
