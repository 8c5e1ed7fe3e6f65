package dev.kioskguard.sim.xfs;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Pointer;

/** The window functions of Windows, which the manager brings along on Linux. */
interface User32 extends Library {

    short RegisterClassExA(Pointer windowClass);

    int UnregisterClassA(String name, Pointer instance);

    Pointer CreateWindowExA(
            int extended,
            String windowClass,
            String title,
            int style,
            int x,
            int y,
            int width,
            int height,
            Pointer parent,
            Pointer menu,
            Pointer instance,
            Pointer with);

    int DestroyWindow(Pointer window);

    Pointer DefWindowProcA(Pointer window, int message, Pointer wide, Pointer longer);

    int GetMessageA(Pointer message, Pointer window, int lowest, int highest);

    Pointer DispatchMessageA(Pointer message);

    int PostMessageA(Pointer window, int message, Pointer wide, Pointer longer);

    int PostThreadMessageA(int thread, int message, Pointer wide, Pointer longer);

    /** A window procedure. */
    interface Procedure extends Callback {
        Pointer call(Pointer window, int message, Pointer wide, Pointer longer);
    }
}
