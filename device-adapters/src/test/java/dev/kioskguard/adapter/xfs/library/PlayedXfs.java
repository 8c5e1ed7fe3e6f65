package dev.kioskguard.adapter.xfs.library;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import com.sun.jna.ptr.ShortByReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;

/** A manager that answers as a test says, and keeps which functions were called. */
public final class PlayedXfs implements Msxfs {

    /** The functions that were called, in order. */
    public final List<String> called = new CopyOnWriteArrayList<>();

    private final ToIntFunction<String> answer;

    public PlayedXfs(ToIntFunction<String> answer) {
        this.answer = answer;
    }

    private int called(String function) {
        called.add(function);
        return answer.applyAsInt(function);
    }

    @Override
    public int WFSStartUp(int versions, Pointer version) {
        return called("WFSStartUp");
    }

    @Override
    public int WFSCleanUp() {
        return called("WFSCleanUp");
    }

    @Override
    public int WFSAsyncOpen(
            Pointer name,
            Pointer app,
            Pointer appId,
            int trace,
            int timeout,
            ShortByReference service,
            Pointer window,
            int versions,
            Pointer serviceVersion,
            Pointer providerVersion,
            IntByReference id) {
        return called("WFSAsyncOpen");
    }

    @Override
    public int WFSAsyncClose(short service, Pointer window, IntByReference id) {
        return called("WFSAsyncClose");
    }

    @Override
    public int WFSAsyncRegister(short service, int classes, Pointer registered, Pointer window, IntByReference id) {
        return called("WFSAsyncRegister");
    }

    @Override
    public int WFSAsyncDeregister(short service, int classes, Pointer registered, Pointer window, IntByReference id) {
        return called("WFSAsyncDeregister");
    }

    @Override
    public int WFSAsyncLock(short service, int timeout, Pointer window, IntByReference id) {
        return called("WFSAsyncLock");
    }

    @Override
    public int WFSAsyncUnlock(short service, Pointer window, IntByReference id) {
        return called("WFSAsyncUnlock");
    }

    @Override
    public int WFSAsyncGetInfo(
            short service, int category, Pointer query, int timeout, Pointer window, IntByReference id) {
        return called("WFSAsyncGetInfo");
    }

    @Override
    public int WFSAsyncExecute(
            short service, int command, Pointer data, int timeout, Pointer window, IntByReference id) {
        return called("WFSAsyncExecute");
    }

    @Override
    public int WFSGetInfo(short service, int category, Pointer query, int timeout, PointerByReference result) {
        return called("WFSGetInfo");
    }

    @Override
    public int WFSCancelAsyncRequest(short service, int request) {
        return called("WFSCancelAsyncRequest");
    }

    @Override
    public int WFSFreeResult(Pointer result) {
        return called("WFSFreeResult");
    }
}
