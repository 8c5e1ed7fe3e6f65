/* The application interface of CEN/XFS 3.x as far as this manager speaks it, with the standard's own names. */
#ifndef XFS_H
#define XFS_H

#include "platform.h"

/* Sizes and places are facts of the standard; each is checked for the pointers of this build. */
#define ON(bits32, bits64) (sizeof(void *) == 4 ? (bits32) : (bits64))
#define SIZED(type, bits32, bits64) _Static_assert(sizeof(type) == ON(bits32, bits64), #type)
#define PLACED(type, field, bits32, bits64) _Static_assert(offsetof(type, field) == ON(bits32, bits64), #type #field)

typedef USHORT HSERVICE, *LPHSERVICE;
typedef ULONG REQUESTID, *LPREQUESTID;
typedef HANDLE HAPP, *LPHAPP;
typedef BOOL(WINAPI *XFSBLOCKINGHOOK)(void);
typedef XFSBLOCKINGHOOK *LPXFSBLOCKINGHOOK;

#define WFS_INDEFINITE_WAIT 0
#define WFS_DEFAULT_HAPP NULL

enum {
    WFS_SUCCESS = 0,
    WFS_ERR_ALREADY_STARTED = -1,
    WFS_ERR_API_VER_TOO_HIGH = -2,
    WFS_ERR_API_VER_TOO_LOW = -3,
    WFS_ERR_CANCELED = -4,
    WFS_ERR_DEV_NOT_READY = -13,
    WFS_ERR_HARDWARE_ERROR = -14,
    WFS_ERR_INTERNAL_ERROR = -15,
    WFS_ERR_INVALID_APP_HANDLE = -17,
    WFS_ERR_INVALID_CATEGORY = -19,
    WFS_ERR_INVALID_COMMAND = -20,
    WFS_ERR_INVALID_EVENT_CLASS = -21,
    WFS_ERR_INVALID_HSERVICE = -22,
    WFS_ERR_INVALID_HWND = -24,
    WFS_ERR_INVALID_HWNDREG = -25,
    WFS_ERR_INVALID_POINTER = -26,
    WFS_ERR_INVALID_REQ_ID = -27,
    WFS_ERR_INVALID_RESULT = -28,
    WFS_ERR_INVALID_SERVPROV = -29,
    WFS_ERR_INVALID_TRACELEVEL = -31,
    WFS_ERR_LOCKED = -32,
    WFS_ERR_NO_BLOCKING_CALL = -33,
    WFS_ERR_NO_SUCH_THREAD = -35,
    WFS_ERR_NOT_LOCKED = -37,
    WFS_ERR_NOT_STARTED = -39,
    WFS_ERR_NOT_REGISTERED = -40,
    WFS_ERR_OP_IN_PROGRESS = -41,
    WFS_ERR_OUT_OF_MEMORY = -42,
    WFS_ERR_SERVICE_NOT_FOUND = -43,
    WFS_ERR_SRVC_VER_TOO_HIGH = -46,
    WFS_ERR_SRVC_VER_TOO_LOW = -47,
    WFS_ERR_TIMEOUT = -48,
    WFS_ERR_UNSUPP_CATEGORY = -49,
    WFS_ERR_UNSUPP_COMMAND = -50,
    WFS_ERR_INVALID_DATA = -52,
    WFS_ERR_CONNECTION_LOST = -54,
    WFS_ERR_UNSUPP_DATA = -56
};

#ifndef WM_USER
#define WM_USER 0x0400
#endif
enum {
    WFS_OPEN_COMPLETE = WM_USER + 1,
    WFS_CLOSE_COMPLETE = WM_USER + 2,
    WFS_LOCK_COMPLETE = WM_USER + 3,
    WFS_UNLOCK_COMPLETE = WM_USER + 4,
    WFS_REGISTER_COMPLETE = WM_USER + 5,
    WFS_DEREGISTER_COMPLETE = WM_USER + 6,
    WFS_GETINFO_COMPLETE = WM_USER + 7,
    WFS_EXECUTE_COMPLETE = WM_USER + 8,
    WFS_EXECUTE_EVENT = WM_USER + 20,
    WFS_SERVICE_EVENT = WM_USER + 21,
    WFS_USER_EVENT = WM_USER + 22,
    WFS_SYSTEM_EVENT = WM_USER + 23
};

enum { SERVICE_EVENTS = 1, USER_EVENTS = 2, SYSTEM_EVENTS = 4, EXECUTE_EVENTS = 8 };

enum {
    WFS_SYSE_HARDWARE_ERROR = 2,
    WFS_SYSE_DEVICE_STATUS = 4,
    WFS_SYSE_SOFTWARE_ERROR = 6,
    WFS_SYSE_LOCK_REQUESTED = 8
};

/* What is wrong with a device; WFSDEVSTATUS.dwState and each class's fwDevice. */
enum {
    WFS_STAT_DEVONLINE = 0,
    WFS_STAT_DEVOFFLINE = 1,
    WFS_STAT_DEVNODEVICE = 3,
    WFS_STAT_DEVHWERROR = 4,
    WFS_STAT_DEVBUSY = 6
};

/* WFSHWERROR.dwAction */
enum { WFS_ERR_ACT_RESET = 1, WFS_ERR_ACT_SWERROR = 2 };

#pragma pack(push, 1)

typedef struct {
    REQUESTID RequestID;
    HSERVICE hService;
    SYSTEMTIME tsTimestamp;
    HRESULT hResult;
    union {
        DWORD dwCommandCode;
        DWORD dwEventID;
    } u;
    LPVOID lpBuffer;
} WFSRESULT, *LPWFSRESULT;
SIZED(WFSRESULT, 34, 38);
PLACED(WFSRESULT, hResult, 22, 22);
PLACED(WFSRESULT, lpBuffer, 30, 30);

#define WFSDDESCRIPTION_LEN 256
#define WFSDSYSSTATUS_LEN 256
typedef struct {
    WORD wVersion, wLowVersion, wHighVersion;
    CHAR szDescription[WFSDDESCRIPTION_LEN + 1];
    CHAR szSystemStatus[WFSDSYSSTATUS_LEN + 1];
} WFSVERSION, *LPWFSVERSION;
SIZED(WFSVERSION, 520, 520);
PLACED(WFSVERSION, szSystemStatus, 263, 263);

typedef struct {
    LPSTR lpszPhysicalName, lpszWorkstationName;
    DWORD dwState;
} WFSDEVSTATUS;
SIZED(WFSDEVSTATUS, 12, 20);

typedef struct {
    LPSTR lpszLogicalName, lpszPhysicalName, lpszWorkstationName, lpszAppID;
    DWORD dwAction, dwSize;
    LPBYTE lpbDescription;
} WFSHWERROR;
SIZED(WFSHWERROR, 28, 48);
PLACED(WFSHWERROR, lpbDescription, 24, 40);

#pragma pack(pop)

#endif
