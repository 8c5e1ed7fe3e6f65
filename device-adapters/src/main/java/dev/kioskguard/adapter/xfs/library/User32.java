package dev.kioskguard.adapter.xfs.library;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.win32.StdCallLibrary.StdCallCallback;
import org.jspecify.annotations.Nullable;

/** The functions of Windows that a message-only window needs; UINT is an int, all that is a handle a pointer. */
public interface User32 extends Library {

    /** The parent of windows that only get messages. JNA's own constant loses its upper half with 64 bits. */
    Pointer HWND_MESSAGE = Pointer.createConstant(-3L);

    short RegisterClassExA(Pointer windowClass);

    int UnregisterClassA(String className, @Nullable Pointer module);

    @Nullable
    Pointer CreateWindowExA(
            int extendedStyle,
            String className,
            String windowName,
            int style,
            int x,
            int y,
            int width,
            int height,
            Pointer parent,
            @Nullable Pointer menu,
            @Nullable Pointer module,
            @Nullable Pointer with);

    int DestroyWindow(Pointer window);

    @Nullable
    Pointer DefWindowProcA(Pointer window, int message, @Nullable Pointer wParam, @Nullable Pointer lParam);

    /** Returns 0 at {@code WM_QUIT}, -1 on failure. */
    int GetMessageA(Pointer into, @Nullable Pointer window, int lowest, int highest);

    @Nullable
    Pointer DispatchMessageA(Pointer message);

    int PostMessageA(Pointer window, int message, @Nullable Pointer wParam, @Nullable Pointer lParam);

    /** What a window does with its messages, on the thread that dispatches them. */
    interface WindowProcedure extends Callback {

        @Nullable
        Pointer callback(Pointer window, int message, @Nullable Pointer wParam, @Nullable Pointer lParam);
    }

    /** The same for 32-bit Windows, which has another calling convention. */
    interface StdcallWindowProcedure extends WindowProcedure, StdCallCallback {}

    /** The one function of the kernel that goes with a window. */
    interface Kernel32 extends Library {

        @Nullable
        Pointer GetModuleHandleA(@Nullable String name);
    }
}
