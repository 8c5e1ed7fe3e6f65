package dev.kioskguard.adapter.xfs.header;

/** Constants of the application interface and of all service classes (CWA 16926-1). */
public final class Api {

    public static final int WFS_SUCCESS = 0;
    public static final int WFS_INDEFINITE_WAIT = 0;
    public static final int WFS_DEFAULT_HAPP = 0;

    public static final int WFS_ERR_ALREADY_STARTED = -1;
    public static final int WFS_ERR_CANCELED = -4;
    public static final int WFS_ERR_DEV_NOT_READY = -13;
    public static final int WFS_ERR_HARDWARE_ERROR = -14;
    public static final int WFS_ERR_INVALID_HSERVICE = -22;
    public static final int WFS_ERR_INVALID_REQ_ID = -27;
    public static final int WFS_ERR_LOCKED = -32;
    public static final int WFS_ERR_NOT_STARTED = -39;
    public static final int WFS_ERR_SERVICE_NOT_FOUND = -43;
    public static final int WFS_ERR_TIMEOUT = -48;
    public static final int WFS_ERR_UNSUPP_CATEGORY = -49;
    public static final int WFS_ERR_UNSUPP_COMMAND = -50;
    public static final int WFS_ERR_INVALID_COMMAND = -20;
    public static final int WFS_ERR_INVALID_CATEGORY = -19;
    public static final int WFS_ERR_UNSUPP_DATA = -56;
    public static final int WFS_ERR_CONNECTION_LOST = -54;

    public static final int WFS_ERR_CFG_INVALID_SUBKEY = -7;
    public static final int WFS_ERR_CFG_NAME_TOO_LONG = -10;
    public static final int WFS_ERR_CFG_NO_MORE_ITEMS = -11;

    /** The roots of the configuration; the first is that of managers before 3.00. */
    public static final int WFS_CFG_HKEY_XFS_ROOT = 1;

    public static final int WFS_CFG_HKEY_MACHINE_XFS_ROOT = 2;
    public static final int WFS_CFG_HKEY_USER_DEFAULT_XFS_ROOT = 3;

    /** Messages to a window; lParam is the result. */
    public static final int WM_USER = 0x400;

    public static final int WFS_OPEN_COMPLETE = WM_USER + 1;
    public static final int WFS_CLOSE_COMPLETE = WM_USER + 2;
    public static final int WFS_LOCK_COMPLETE = WM_USER + 3;
    public static final int WFS_UNLOCK_COMPLETE = WM_USER + 4;
    public static final int WFS_REGISTER_COMPLETE = WM_USER + 5;
    public static final int WFS_DEREGISTER_COMPLETE = WM_USER + 6;
    public static final int WFS_GETINFO_COMPLETE = WM_USER + 7;
    public static final int WFS_EXECUTE_COMPLETE = WM_USER + 8;
    public static final int WFS_EXECUTE_EVENT = WM_USER + 20;
    public static final int WFS_SERVICE_EVENT = WM_USER + 21;
    public static final int WFS_USER_EVENT = WM_USER + 22;
    public static final int WFS_SYSTEM_EVENT = WM_USER + 23;

    public static final int SERVICE_EVENTS = 1;
    public static final int USER_EVENTS = 2;
    public static final int SYSTEM_EVENTS = 4;
    public static final int EXECUTE_EVENTS = 8;

    public static final int WFS_SYSE_UNDELIVERABLE_MSG = 1;
    public static final int WFS_SYSE_HARDWARE_ERROR = 2;
    public static final int WFS_SYSE_VERSION_ERROR = 3;
    public static final int WFS_SYSE_DEVICE_STATUS = 4;
    public static final int WFS_SYSE_APP_DISCONNECT = 5;
    public static final int WFS_SYSE_SOFTWARE_ERROR = 6;
    public static final int WFS_SYSE_USER_ERROR = 7;
    public static final int WFS_SYSE_LOCK_REQUESTED = 8;
    public static final int WFS_SYSE_FRAUD_ATTEMPT = 9;

    public static final int WFS_STAT_DEVONLINE = 0;
    public static final int WFS_STAT_DEVOFFLINE = 1;
    public static final int WFS_STAT_DEVPOWEROFF = 2;
    public static final int WFS_STAT_DEVNODEVICE = 3;
    public static final int WFS_STAT_DEVHWERROR = 4;
    public static final int WFS_STAT_DEVUSERERROR = 5;
    public static final int WFS_STAT_DEVBUSY = 6;
    public static final int WFS_STAT_DEVFRAUDATTEMPT = 7;
    public static final int WFS_STAT_DEVPOTENTIALFRAUD = 8;

    public static final int WFS_SERVICE_CLASS_IDC = 2;
    public static final int WFS_SERVICE_CLASS_PIN = 4;
    public static final int WFS_SERVICE_CLASS_CAM = 10;
    public static final int WFS_SERVICE_CLASS_SIU = 8;

    private Api() {}
}
