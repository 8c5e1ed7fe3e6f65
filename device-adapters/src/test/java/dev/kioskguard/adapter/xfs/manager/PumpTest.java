package dev.kioskguard.adapter.xfs.manager;

import static dev.kioskguard.device.Stages.done;
import static dev.kioskguard.device.Stages.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Pointer;
import dev.kioskguard.adapter.xfs.library.DriverCrash;
import dev.kioskguard.adapter.xfs.library.NativeLibraries;
import dev.kioskguard.adapter.xfs.library.PlayedXfs;
import dev.kioskguard.adapter.xfs.library.User32;
import org.junit.jupiter.api.Test;

class PumpTest {

    @Test
    void aCrashBeforeThereIsAWindowIsToldToWhoeverWaitsForIt() {
        DriverCrash crash = new DriverCrash();
        Pump pump = new Pump(
                new NativeLibraries(new PlayedXfs(function -> 0), new NoWindows(), name -> {
                    throw new Error("Invalid memory access");
                }),
                crash,
                (message, result) -> {});

        assertThat(failure(pump.start())).hasMessageContaining("the driver crashed: Invalid memory access");
        assertThat(crash.reason()).isPresent();
        assertThat(done(pump.leave())).isNull();
    }

    /** What is never reached. */
    private static final class NoWindows implements User32 {

        @Override
        public short RegisterClassExA(Pointer windowClass) {
            throw new AssertionError();
        }

        @Override
        public int UnregisterClassA(String className, Pointer module) {
            throw new AssertionError();
        }

        @Override
        public Pointer CreateWindowExA(
                int extendedStyle,
                String className,
                String windowName,
                int style,
                int x,
                int y,
                int width,
                int height,
                Pointer parent,
                Pointer menu,
                Pointer module,
                Pointer with) {
            throw new AssertionError();
        }

        @Override
        public int DestroyWindow(Pointer window) {
            throw new AssertionError();
        }

        @Override
        public Pointer DefWindowProcA(Pointer window, int message, Pointer wParam, Pointer lParam) {
            throw new AssertionError();
        }

        @Override
        public int GetMessageA(Pointer into, Pointer window, int lowest, int highest) {
            throw new AssertionError();
        }

        @Override
        public Pointer DispatchMessageA(Pointer message) {
            throw new AssertionError();
        }

        @Override
        public int PostMessageA(Pointer window, int message, Pointer wParam, Pointer lParam) {
            throw new AssertionError();
        }
    }
}
