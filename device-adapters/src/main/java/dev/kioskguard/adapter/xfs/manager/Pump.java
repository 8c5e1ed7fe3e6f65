package dev.kioskguard.adapter.xfs.manager;

import com.sun.jna.CallbackReference;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import dev.kioskguard.adapter.xfs.header.Api;
import dev.kioskguard.adapter.xfs.library.DriverCrash;
import dev.kioskguard.adapter.xfs.library.NativeLibraries;
import dev.kioskguard.adapter.xfs.library.User32;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A message-only window and the one thread that may get its messages, because it made it. That thread makes no call
 * to the manager but to free results: a manager dispatches messages while a call waits, and would come in again.
 */
final class Pump {

    private static final Logger LOG = LoggerFactory.getLogger(Pump.class);

    /** What the pump tells itself at the end; the manager's own numbers end far below. */
    private static final int LEAVE = Api.WM_USER + 1000;

    /** MSG takes 28 bytes with 32 bits and 48 with 64. */
    private static final int MSG_BYTES = 64;

    /** Window classes belong to the whole process, and several pumps may be in it. */
    private static final AtomicInteger SERIAL = new AtomicInteger();

    private static final String NAME = "kiosk-guard-xfs";

    private final NativeLibraries libraries;
    private final DriverCrash crash;
    private final Receiver receiver;
    private final CompletableFuture<Pointer> window = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();

    /** Kept as long as the window, which calls it. */
    private final User32.WindowProcedure procedure = NativeLibraries.procedure(this::received);

    private boolean leaving;

    /** What hears the messages of the manager, on the thread of the pump. */
    interface Receiver {

        void received(int message, Pointer result);
    }

    Pump(NativeLibraries libraries, DriverCrash crash, Receiver receiver) {
        this.libraries = libraries;
        this.crash = crash;
        this.receiver = receiver;
    }

    /** Starts the thread; completes with the window, on that thread. */
    CompletableFuture<Pointer> start() {
        Thread thread = new Thread(this::run, "xfs-pump");
        thread.setDaemon(true);
        thread.start();
        return window;
    }

    /** Ends the thread once it has heard what has been posted so far. */
    CompletableFuture<@Nullable Void> leave() {
        var unused = window.thenAccept(open -> libraries.user32().PostMessageA(open, LEAVE, null, null));
        return ended;
    }

    private void run() {
        try {
            openAndPump(
                    NAME + "-" + SERIAL.incrementAndGet(), libraries.kernel32().GetModuleHandleA(null));
        } catch (RuntimeException e) {
            window.completeExceptionally(e);
        } catch (Error e) {
            window.completeExceptionally(crash.failure("a window's message", e));
        } finally {
            ended.complete(null);
        }
    }

    private void openAndPump(String className, @Nullable Pointer module) {
        try {
            if (libraries.user32().RegisterClassExA(windowClass(className, module)) == 0) {
                throw new DeviceException(
                        Fault.OTHER, "RegisterClassExA", "no window class; is the desktop heap full?");
            }
            Pointer open = libraries
                    .user32()
                    .CreateWindowExA(0, className, NAME, 0, 0, 0, 0, 0, User32.HWND_MESSAGE, null, module, null);
            if (open == null) {
                throw new DeviceException(Fault.OTHER, "CreateWindowExA", "no window; is the desktop heap full?");
            }
            window.complete(open);
            pump();
            libraries.user32().DestroyWindow(open);
        } finally {
            libraries.user32().UnregisterClassA(className, module);
        }
    }

    private void pump() {
        try (Memory message = new Memory(MSG_BYTES)) {
            while (!leaving && libraries.user32().GetMessageA(message, null, 0, 0) > 0) {
                libraries.user32().DispatchMessageA(message);
            }
        }
    }

    /** WNDCLASSEXA, which is not packed: two UINTs, the procedure, two ints, six handles and texts, one more handle. */
    private Memory windowClass(String className, @Nullable Pointer module) {
        int pointer = Native.POINTER_SIZE;
        int size = 4 * Integer.BYTES + 8 * pointer;
        byte[] name = Native.toByteArray(className);
        Memory all = new Memory(size + (long) name.length);
        all.clear();
        all.setInt(0, size);
        all.setPointer(2 * Integer.BYTES, CallbackReference.getFunctionPointer(procedure));
        all.setPointer(4 * Integer.BYTES + pointer, module);
        all.write(size, name, 0, name.length);
        all.setPointer(4 * Integer.BYTES + 6L * pointer, all.share(size));
        return all;
    }

    private @Nullable Pointer received(Pointer from, int message, @Nullable Pointer wParam, @Nullable Pointer lParam) {
        if (message == LEAVE) {
            leaving = true;
            return null;
        }
        if (message <= Api.WM_USER || message > Api.WFS_SYSTEM_EVENT || lParam == null) {
            return libraries.user32().DefWindowProcA(from, message, wParam, lParam);
        }
        try {
            receiver.received(message, lParam);
        } catch (RuntimeException e) {
            LOG.error("a message of the XFS manager could not be taken", e);
        } catch (Error e) {
            LOG.error("a message of the XFS manager could not be taken", crash.failure("a window's message", e));
        }
        return null;
    }
}
