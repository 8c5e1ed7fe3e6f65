package dev.kioskguard.adapter.xfs.library;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import com.sun.jna.ptr.ShortByReference;
import org.jspecify.annotations.Nullable;

/**
 * The XFS manager's application interface (CWA 16926-1), as far as the binding calls it.
 *
 * <p>HSERVICE has 16 bits and is unsigned; REQUESTID, DWORD and HRESULT have 32; handles and windows are pointers.
 * Whatever comes back as a result, with an error or without, stays until {@link #WFSFreeResult}.
 */
public interface Msxfs extends Library {

    /** Immediate. */
    int WFSStartUp(int dwVersionsRequired, Pointer lpWFSVersion);

    /** Immediate. */
    int WFSCleanUp();

    /** The order of the parameters is not that of {@code WFSOpen}. */
    int WFSAsyncOpen(
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
            IntByReference lpRequestID);

    int WFSAsyncClose(short hService, Pointer hWnd, IntByReference lpRequestID);

    /** With service 0, for the system events of the manager itself. */
    int WFSAsyncRegister(short hService, int dwEventClass, Pointer hWndReg, Pointer hWnd, IntByReference lpRequestID);

    int WFSAsyncDeregister(short hService, int dwEventClass, Pointer hWndReg, Pointer hWnd, IntByReference lpRequestID);

    int WFSAsyncLock(short hService, int dwTimeOut, Pointer hWnd, IntByReference lpRequestID);

    int WFSAsyncUnlock(short hService, Pointer hWnd, IntByReference lpRequestID);

    int WFSAsyncGetInfo(
            short hService,
            int dwCategory,
            @Nullable Pointer lpQueryDetails,
            int dwTimeOut,
            Pointer hWnd,
            IntByReference lpRequestID);

    int WFSAsyncExecute(
            short hService,
            int dwCommand,
            @Nullable Pointer lpCmdData,
            int dwTimeOut,
            Pointer hWnd,
            IntByReference lpRequestID);

    /** Blocks; never to be called on the thread of the pump. */
    int WFSGetInfo(
            short hService,
            int dwCategory,
            @Nullable Pointer lpQueryDetails,
            int dwTimeOut,
            PointerByReference lppResult);

    /** Immediate; request 0 is every one of the service. The cancelled request completes all the same. */
    int WFSCancelAsyncRequest(short hService, int RequestID);

    /** Immediate; the one call that the thread of the pump makes. */
    int WFSFreeResult(Pointer lpResult);
}
