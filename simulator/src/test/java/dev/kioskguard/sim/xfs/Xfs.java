package dev.kioskguard.sim.xfs;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import com.sun.jna.ptr.ShortByReference;

/** The manager's exports as bare as they are: nothing here checks, frees or waits. */
interface Xfs extends Library {

    int VERSION_BYTES = 520;

    int WFSStartUp(int versions, Pointer version);

    int WFSCleanUp();

    int WFSOpen(
            String name,
            Pointer app,
            String appId,
            int trace,
            int timeout,
            int versions,
            Pointer serviceVersion,
            Pointer providerVersion,
            ShortByReference service);

    int WFSAsyncOpen(
            String name,
            Pointer app,
            String appId,
            int trace,
            int timeout,
            ShortByReference service,
            Pointer window,
            int versions,
            Pointer serviceVersion,
            Pointer providerVersion,
            IntByReference request);

    int WFSClose(short service);

    int WFSAsyncClose(short service, Pointer window, IntByReference request);

    int WFSRegister(short service, int classes, Pointer window);

    int WFSDeregister(short service, int classes, Pointer window);

    int WFSLock(short service, int timeout, PointerByReference result);

    int WFSAsyncLock(short service, int timeout, Pointer window, IntByReference request);

    int WFSUnlock(short service);

    int WFSGetInfo(short service, int category, Pointer query, int timeout, PointerByReference result);

    int WFSAsyncGetInfo(
            short service, int category, Pointer query, int timeout, Pointer window, IntByReference request);

    int WFSExecute(short service, int command, Pointer data, int timeout, PointerByReference result);

    int WFSAsyncExecute(short service, int command, Pointer data, int timeout, Pointer window, IntByReference request);

    int WFSCancelAsyncRequest(short service, int request);

    int WFSCancelBlockingCall(int thread);

    int WFSIsBlocking();

    int WFSSetBlockingHook(Hook hook, PointerByReference before);

    int WFSUnhookBlockingHook();

    int WFSFreeResult(Pointer result);

    int WFSCreateAppHandle(PointerByReference app);

    int WFSDestroyAppHandle(Pointer app);

    /** A blocking hook: called again as long as it returns anything but 0. */
    interface Hook extends Callback {
        int call();
    }
}
