package dev.kioskguard.adapter.xfs.library;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import com.sun.jna.ptr.ShortByReference;
import org.jspecify.annotations.Nullable;

/** A manager's functions, none of which is called any more once a driver has crashed in one. */
record GuardedMsxfs(Msxfs xfs, DriverCrash crash) implements Msxfs {

    @Override
    public int WFSStartUp(int dwVersionsRequired, Pointer lpWFSVersion) {
        return crash.during("WFSStartUp", () -> xfs.WFSStartUp(dwVersionsRequired, lpWFSVersion));
    }

    @Override
    public int WFSCleanUp() {
        return crash.during("WFSCleanUp", xfs::WFSCleanUp);
    }

    @Override
    public int WFSAsyncOpen(
            Pointer lpszLogicalName,
            @Nullable Pointer hApp,
            Pointer lpszAppID,
            int dwTraceLevel,
            int dwTimeOut,
            ShortByReference lphService,
            Pointer hWnd,
            int dwSrvcVersionsRequired,
            Pointer lpSrvcVersion,
            Pointer lpSPIVersion,
            IntByReference lpRequestID) {
        return crash.during(
                "WFSAsyncOpen",
                () -> xfs.WFSAsyncOpen(
                        lpszLogicalName,
                        hApp,
                        lpszAppID,
                        dwTraceLevel,
                        dwTimeOut,
                        lphService,
                        hWnd,
                        dwSrvcVersionsRequired,
                        lpSrvcVersion,
                        lpSPIVersion,
                        lpRequestID));
    }

    @Override
    public int WFSAsyncClose(short hService, Pointer hWnd, IntByReference lpRequestID) {
        return crash.during("WFSAsyncClose", () -> xfs.WFSAsyncClose(hService, hWnd, lpRequestID));
    }

    @Override
    public int WFSAsyncRegister(
            short hService, int dwEventClass, Pointer hWndReg, Pointer hWnd, IntByReference lpRequestID) {
        return crash.during(
                "WFSAsyncRegister", () -> xfs.WFSAsyncRegister(hService, dwEventClass, hWndReg, hWnd, lpRequestID));
    }

    @Override
    public int WFSAsyncDeregister(
            short hService, int dwEventClass, Pointer hWndReg, Pointer hWnd, IntByReference lpRequestID) {
        return crash.during(
                "WFSAsyncDeregister", () -> xfs.WFSAsyncDeregister(hService, dwEventClass, hWndReg, hWnd, lpRequestID));
    }

    @Override
    public int WFSAsyncLock(short hService, int dwTimeOut, Pointer hWnd, IntByReference lpRequestID) {
        return crash.during("WFSAsyncLock", () -> xfs.WFSAsyncLock(hService, dwTimeOut, hWnd, lpRequestID));
    }

    @Override
    public int WFSAsyncUnlock(short hService, Pointer hWnd, IntByReference lpRequestID) {
        return crash.during("WFSAsyncUnlock", () -> xfs.WFSAsyncUnlock(hService, hWnd, lpRequestID));
    }

    @Override
    public int WFSAsyncGetInfo(
            short hService,
            int dwCategory,
            @Nullable Pointer lpQueryDetails,
            int dwTimeOut,
            Pointer hWnd,
            IntByReference lpRequestID) {
        return crash.during(
                "WFSAsyncGetInfo",
                () -> xfs.WFSAsyncGetInfo(hService, dwCategory, lpQueryDetails, dwTimeOut, hWnd, lpRequestID));
    }

    @Override
    public int WFSAsyncExecute(
            short hService,
            int dwCommand,
            @Nullable Pointer lpCmdData,
            int dwTimeOut,
            Pointer hWnd,
            IntByReference lpRequestID) {
        return crash.during(
                "WFSAsyncExecute",
                () -> xfs.WFSAsyncExecute(hService, dwCommand, lpCmdData, dwTimeOut, hWnd, lpRequestID));
    }

    @Override
    public int WFSGetInfo(
            short hService,
            int dwCategory,
            @Nullable Pointer lpQueryDetails,
            int dwTimeOut,
            PointerByReference lppResult) {
        return crash.during(
                "WFSGetInfo", () -> xfs.WFSGetInfo(hService, dwCategory, lpQueryDetails, dwTimeOut, lppResult));
    }

    @Override
    public int WFSCancelAsyncRequest(short hService, int RequestID) {
        return crash.during("WFSCancelAsyncRequest", () -> xfs.WFSCancelAsyncRequest(hService, RequestID));
    }

    @Override
    public int WFSFreeResult(Pointer lpResult) {
        return crash.during("WFSFreeResult", () -> xfs.WFSFreeResult(lpResult));
    }
}
