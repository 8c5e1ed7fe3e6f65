package dev.kioskguard.adapter.app.bridge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Why a process ended, in words for the engineer who has to mend it. */
final class Ending {

    /** What a JVM adds to a signal's number when it tells how a child ended. */
    private static final int SIGNAL_BASE = 128;

    private static final Map<Integer, String> SIGNALS = Map.of(
            4, "SIGILL",
            6, "SIGABRT",
            7, "SIGBUS",
            8, "SIGFPE",
            9, "SIGKILL",
            11, "SIGSEGV",
            15, "SIGTERM");

    /** Windows ends a process with the code of the exception that nobody caught. */
    private static final Map<Integer, String> EXCEPTIONS = Map.of(
            0xC0000005, "an access violation",
            0xC00000FD, "a stack overflow",
            0xC0000374, "a corrupted heap",
            0xC0000409, "a buffer overrun");

    private Ending() {}

    /** Returns how it ended; {@code crashLog} is where a JVM writes down that native code brought it down. */
    static String of(int exitCode, Path crashLog) {
        String how = how(exitCode);
        return Files.exists(crashLog) ? how + "; native code of a driver crashed, see " + crashLog : how;
    }

    private static String how(int exitCode) {
        String signal = SIGNALS.get(exitCode - SIGNAL_BASE);
        String exception = EXCEPTIONS.get(exitCode);
        if (exitCode == HostCommand.DRIVER_CRASHED) {
            return "a driver crashed in it";
        }
        if (signal != null) {
            return "it was ended by " + signal;
        }
        if (exception != null) {
            return "it was ended by " + exception;
        }
        return "it ended with exit code " + exitCode;
    }
}
