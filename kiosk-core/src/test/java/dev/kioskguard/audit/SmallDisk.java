package dev.kioskguard.audit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real disk of a few hundred kilobytes, where the account that runs the tests may mount one. */
public final class SmallDisk implements AutoCloseable {

    private static final int MOUNT_SECONDS_MAX = 20;

    private final Path path;

    private SmallDisk(Path path) {
        this.path = path;
    }

    /** Mounts the disk, or skips the test that asks for it. */
    public static SmallDisk mount(Path path, int bytes) throws IOException {
        Files.createDirectories(path);
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + bytes, "tmpfs", path.toString());
        assumeTrue(mounted, "this account may not mount a small disk");
        return new SmallDisk(path);
    }

    public Path path() {
        return path;
    }

    public void makeReadOnly() throws IOException {
        assumeTrue(run("mount", "-o", "remount,ro", path.toString()), "the disk cannot be made read-only");
    }

    public void grow(int bytes) throws IOException {
        assumeTrue(run("mount", "-o", "remount,size=" + bytes, path.toString()), "the disk cannot grow");
    }

    @Override
    public void close() throws IOException {
        run("umount", path.toString());
    }

    private static boolean run(String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(MOUNT_SECONDS_MAX, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts a test", e);
        }
    }
}
