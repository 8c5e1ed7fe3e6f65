/* Service class CAM: cameras. */
#ifndef XFS_CAM_H
#define XFS_CAM_H

#include "xfs.h"

enum { WFS_SERVICE_CLASS_CAM = 10 };
enum { WFS_INF_CAM_STATUS = 1001, WFS_INF_CAM_CAPABILITIES = 1002 };
enum { WFS_CMD_CAM_TAKE_PICTURE = 1001, WFS_CMD_CAM_RESET = 1002, WFS_CMD_CAM_TAKE_PICTURE_EX = 1003 };
enum { WFS_USRE_CAM_MEDIATHRESHOLD = 1001 };
enum {
    WFS_ERR_CAM_CAMNOTSUPP = -1000,
    WFS_ERR_CAM_MEDIAFULL = -1001,
    WFS_ERR_CAM_CHARSETNOTSUPP = -1003,
    WFS_ERR_CAM_FILEIOERROR = -1004
};
enum { WFS_CAM_ROOM = 0, WFS_CAM_PERSON = 1, WFS_CAM_EXITSLOT = 2 };
enum { WFS_CAM_MEDIAOK = 0, WFS_CAM_MEDIAHIGH = 1, WFS_CAM_MEDIAFULL = 2, WFS_CAM_MEDIANOTSUPP = 4 };
enum { WFS_CAM_CAMNOTSUPP = 0, WFS_CAM_CAMOK = 1, WFS_CAM_CAMINOP = 2 };
enum { WFS_CAM_TYPE_CAM = 1, WFS_CAM_NOT_AVAILABLE = 0, WFS_CAM_AVAILABLE = 1 };
enum { WFS_CAM_NOTADD = 0, WFS_CAM_ASCII = 1 };

#define WFS_CAM_CAMERAS_SIZE 8

#pragma pack(push, 1)

typedef struct {
    WORD fwDevice;
    WORD fwMedia[WFS_CAM_CAMERAS_SIZE];
    WORD fwCameras[WFS_CAM_CAMERAS_SIZE];
    USHORT usPictures[WFS_CAM_CAMERAS_SIZE];
    LPSTR lpszExtra;
    /* from 3.30 */
    WORD wAntiFraudModule;
} WFSCAMSTATUS;
SIZED(WFSCAMSTATUS, 56, 60);
PLACED(WFSCAMSTATUS, lpszExtra, 50, 50);

typedef struct {
    WORD wClass, fwType;
    WORD fwCameras[WFS_CAM_CAMERAS_SIZE];
    USHORT usMaxPictures;
    WORD fwCamData;
    USHORT usMaxDataLength;
    WORD fwCharSupport;
    LPSTR lpszExtra;
    /* from 3.30 */
    BOOL bPictureFile, bAntiFraudModule;
    LPDWORD lpdwSynchronizableCommands;
} WFSCAMCAPS;
SIZED(WFSCAMCAPS, 44, 52);
PLACED(WFSCAMCAPS, bPictureFile, 32, 36);

typedef struct {
    WORD wCamera;
    LPSTR lpszCamData;
    LPWSTR lpszUNICODECamData;
} WFSCAMTAKEPICT;
SIZED(WFSCAMTAKEPICT, 10, 18);

typedef struct {
    WORD wCamera;
    LPSTR lpszCamData;
    LPWSTR lpszUNICODECamData;
    LPSTR lpszPictureFile;
} WFSCAMTAKEPICTEX;
SIZED(WFSCAMTAKEPICTEX, 14, 26);

#pragma pack(pop)

#endif
