package dev.kioskguard.sim.xfs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.CallbackReference;
import com.sun.jna.Memory;
import com.sun.jna.Native;
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
    private final Xfs xfs;
    private final String name = "test" + NAMES.incrementAndGet();
    private final CompletableFuture<Pointer> handle = new CompletableFuture<>();
    private final CompletableFuture<Integer> thread = new CompletableFuture<>();
    private final Xfs.Procedure procedure = this::take;
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
        thread.complete(xfs.GetCurrentThreadId());
        Memory windowClass = new Memory(80);
        Memory name = new Memory(64);
        name.setString(0, this.name);
        windowClass.clear();
        windowClass.setInt(0, (int) windowClass.size());
        windowClass.setPointer(8, CallbackReference.getFunctionPointer(procedure));
        windowClass.setPointer(64, name);
        xfs.RegisterClassExA(windowClass);
        Pointer parent = Pointer.createConstant(HWND_MESSAGE);
        handle.complete(xfs.CreateWindowExA(0, this.name, "", 0, 0, 0, 0, 0, parent, null, null, null));
        Memory message = new Memory(48);
        while (xfs.GetMessageA(message, null, 0, 0) > 0) {
            xfs.DispatchMessageA(message);
        }
        xfs.DestroyWindow(handle.join());
        xfs.UnregisterClassA(this.name, null);
    }

    private Pointer take(Pointer window, int message, Pointer wide, Pointer longer) {
        if (message <= WM_USER) {
            return xfs.DefWindowProcA(window, message, wide, longer);
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
        xfs.PostThreadMessageA(thread.join(), WM_QUIT, null, null);
        try {
            pump.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        freeRest();
    }

    static Xfs load() {
        return Native.load(NativeBuild.library().toAbsolutePath().toString(), Xfs.class);
    }
}
