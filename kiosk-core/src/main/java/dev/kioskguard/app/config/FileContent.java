package dev.kioskguard.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.configuration2.reloading.ReloadingDetector;

/**
 * A look at what a file says rather than when it was written: an editor that keeps the time of a file, or a clock that
 * jumps back, hides no change. Of what was read only a digest is kept. Threadsafe.
 */
final class FileContent implements ReloadingDetector {

    private static final byte[] UNREADABLE = {};

    private final Path file;
    private final int bytesMax;
    private byte[] seen = UNREADABLE;
    private byte[] latest = UNREADABLE;
    private byte[] found = UNREADABLE;

    FileContent(Path file, int bytesMax) {
        this.file = file;
        this.bytesMax = bytesMax;
    }

    /**
     * Reads the file without a look at what was there before.
     *
     * @throws ConfigException when it cannot be had
     */
    byte[] bytes() {
        try {
            if (Files.size(file) <= bytesMax) {
                return Files.readAllBytes(file);
            }
        } catch (IOException unreadable) {
            throw refused("the file cannot be read; put it there, readable for the service's account");
        }
        throw refused("the file is larger than " + bytesMax + " bytes, the most that is read of it; make it smaller");
    }

    /** Notes what has been read already. */
    synchronized void seen(byte[] bytes) {
        seen = digest(bytes);
        latest = seen;
    }

    /**
     * Returns the bytes that the last look found.
     *
     * @throws ConfigException when it found none
     */
    synchronized byte[] latest() {
        // Asking again gives the reason why there was nothing.
        return found.length == 0 ? bytes() : found;
    }

    @Override
    public synchronized boolean isReloadingRequired() {
        try {
            found = bytes();
            latest = digest(found);
        } catch (ConfigException unreadable) {
            found = UNREADABLE;
            latest = UNREADABLE;
        }
        boolean changed = !Arrays.equals(latest, seen);
        if (!changed) {
            found = UNREADABLE;
        }
        return changed;
    }

    @Override
    public synchronized void reloadingPerformed() {
        seen = latest;
        found = UNREADABLE;
    }

    private ConfigException refused(String trouble) {
        return new ConfigException(List.of(file + ": " + trouble));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
