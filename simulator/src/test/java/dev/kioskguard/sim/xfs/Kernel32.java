package dev.kioskguard.sim.xfs;

import com.sun.jna.Library;

/** What else a message pump needs of Windows. */
interface Kernel32 extends Library {

    int GetCurrentThreadId();
}
