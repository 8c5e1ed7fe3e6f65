/* The configuration functions of CEN/XFS 3.x as far as this manager speaks them, with the standard's own names. */
#ifndef XFS_CONF_H
#define XFS_CONF_H

#include "platform.h"

#ifndef _WIN32
typedef HANDLE HKEY, *PHKEY;
typedef struct {
    DWORD dwLowDateTime, dwHighDateTime;
} FILETIME, *PFILETIME;
#endif

#define WFS_CFG_HKEY_XFS_ROOT ((HKEY)1)
#define WFS_CFG_HKEY_MACHINE_XFS_ROOT ((HKEY)2)
#define WFS_CFG_HKEY_USER_DEFAULT_XFS_ROOT ((HKEY)3)

enum {
    WFS_ERR_CFG_INVALID_HKEY = -5,
    WFS_ERR_CFG_INVALID_NAME = -6,
    WFS_ERR_CFG_INVALID_SUBKEY = -7,
    WFS_ERR_CFG_NAME_TOO_LONG = -10,
    WFS_ERR_CFG_NO_MORE_ITEMS = -11,
    WFS_ERR_CFG_VALUE_TOO_LONG = -12
};

#endif
