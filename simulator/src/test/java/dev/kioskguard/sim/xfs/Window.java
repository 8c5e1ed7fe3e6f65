package dev.kioskguard.sim.xfs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.CallbackReference;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A message-only window with a thread of its own, which keeps what it is sent for a test to look at. */
final class Window implements AutoCloseable {

    static final int WM_USER = 0x0400;
    private static final int WM_QUIT = 0x12;
    private static final long HWND_MESSAGE = -3;
    private static final int PATIENCE_SECONDS = 20;
    private static final AtomicInteger NAMES = new AtomicInteger();

    /** What lay at the manager's message; the result is the test's to free. */
    record Message(int kind, Pointer result) {

        int request() {
            return result.getInt(0);
        }

        short service() {
            return result.getShort(4);
        }

        int hResult() {
            return result.getInt(22);
        }

        int code() {
            return result.getInt(26);
        }

        Pointer buffer() {
            return result.getPointer(30);
        }
    }

    final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private static final String MANAGER = NativeBuild.library().toAbsolutePath().toString();
    private static final User32 USER_32 = Native.load(Platform.isWindows() ? "user32" : MANAGER, User32.class);
    private static final Kernel32 KERNEL_32 = Native.load(Platform.isWindows() ? "kernel32" : MANAGER, Kernel32.class);

    private final Xfs xfs;
    private final String name = "test" + NAMES.incrementAndGet();
    private final CompletableFuture<Pointer> handle = new CompletableFuture<>();
    private final CompletableFuture<Integer> thread = new CompletableFuture<>();
    private final User32.Procedure procedure = this::take;
    private final Thread pump;

    Window(Xfs xfs) {
        this.xfs = xfs;
        pump = new Thread(this::run, name);
        pump.start();
    }

    Pointer handle() {
        return handle.join();
    }

    private void run() {
        thread.complete(KERNEL_32.GetCurrentThreadId());
        Memory windowClass = new Memory(80);
        Memory name = new Memory(64);
        name.setString(0, this.name);
        windowClass.clear();
        windowClass.setInt(0, (int) windowClass.size());
        windowClass.setPointer(8, CallbackReference.getFunctionPointer(procedure));
        windowClass.setPointer(64, name);
        USER_32.RegisterClassExA(windowClass);
        Pointer parent = Pointer.createConstant(HWND_MESSAGE);
        handle.complete(USER_32.CreateWindowExA(0, this.name, "", 0, 0, 0, 0, 0, parent, null, null, null));
        Memory message = new Memory(48);
        while (USER_32.GetMessageA(message, null, 0, 0) > 0) {
            USER_32.DispatchMessageA(message);
        }
        USER_32.DestroyWindow(handle.join());
        USER_32.UnregisterClassA(this.name, null);
    }

    private Pointer take(Pointer window, int message, Pointer wide, Pointer longer) {
        if (message <= WM_USER) {
            return USER_32.DefWindowProcA(window, message, wide, longer);
        }
        messages.add(new Message(message - WM_USER, longer));
        return null;
    }

    /** Returns the next message, and fails where none comes. */
    Message next() {
        try {
            Message next = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("a message").isNotNull();
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Frees what nobody has taken. */
    void freeRest() {
        for (Message left = messages.poll(); left != null; left = messages.poll()) {
            xfs.WFSFreeResult(left.result());
        }
    }

    @Override
    public void close() {
        handle.join(); // a thread without a window may have no queue yet
        USER_32.PostThreadMessageA(thread.join(), WM_QUIT, null, null);
        try {
            pump.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            assertThat(pump.isAlive()).as("the pump runs on").isFalse();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        freeRest();
    }

    static Xfs load() {
        return Native.load(MANAGER, Xfs.class);
    }

    /** Returns the id of the thread that asks, as the manager knows it. */
    static int thisThread() {
        return KERNEL_32.GetCurrentThreadId();
    }
}
