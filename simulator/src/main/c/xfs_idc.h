/* Service class IDC: card readers. */
#ifndef XFS_IDC_H
#define XFS_IDC_H

#include "xfs.h"

enum { WFS_SERVICE_CLASS_IDC = 2 };
enum { WFS_INF_IDC_STATUS = 201, WFS_INF_IDC_CAPABILITIES = 202 };
enum {
    WFS_CMD_IDC_EJECT_CARD = 203,
    WFS_CMD_IDC_RETAIN_CARD = 204,
    WFS_CMD_IDC_RESET_COUNT = 205,
    WFS_CMD_IDC_READ_RAW_DATA = 207,
    WFS_CMD_IDC_CHIP_IO = 209,
    WFS_CMD_IDC_RESET = 210,
    WFS_CMD_IDC_CHIP_POWER = 211,
    WFS_CMD_IDC_SET_GUIDANCE_LIGHT = 213
};
enum {
    WFS_EXEE_IDC_MEDIAINSERTED = 203,
    WFS_SRVE_IDC_MEDIAREMOVED = 204,
    WFS_SRVE_IDC_CARDACTION = 205,
    WFS_USRE_IDC_RETAINBINTHRESHOLD = 206,
    WFS_SRVE_IDC_MEDIADETECTED = 209,
    WFS_EXEE_IDC_INSERTCARD = 212
};
enum {
    WFS_ERR_IDC_MEDIAJAM = -200,
    WFS_ERR_IDC_NOMEDIA = -201,
    WFS_ERR_IDC_RETAINBINFULL = -203,
    WFS_ERR_IDC_INVALIDMEDIA = -205,
    WFS_ERR_IDC_ATRNOTOBTAINED = -212
};
enum {
    WFS_IDC_MEDIAPRESENT = 1,
    WFS_IDC_MEDIANOTPRESENT = 2,
    WFS_IDC_MEDIAJAMMED = 3,
    WFS_IDC_MEDIAENTERING = 6
};
enum { WFS_IDC_RETAINBINOK = 1, WFS_IDC_RETAINBINFULL = 3, WFS_IDC_RETAINBINHIGH = 4 };
enum { WFS_IDC_SECNOTSUPP = 1 };
enum { WFS_IDC_CHIPONLINE = 0, WFS_IDC_CHIPPOWEREDOFF = 1, WFS_IDC_CHIPNOCARD = 5 };
enum { WFS_IDC_TYPEMOTOR = 1 };
enum { WFS_IDC_TRACK1 = 1, WFS_IDC_TRACK2 = 2, WFS_IDC_TRACK3 = 4, WFS_IDC_CHIP = 8 };
enum { WFS_IDC_CHIPT0 = 1 };
enum { WFS_IDC_NOACTION = 1, WFS_IDC_EJECT = 2, WFS_IDC_RETAIN = 3 };
enum { WFS_IDC_CHIPPOWERCOLD = 2, WFS_IDC_CHIPPOWERWARM = 4, WFS_IDC_CHIPPOWEROFF = 8 };
enum { WFS_IDC_DATAOK = 0, WFS_IDC_DATAMISSING = 1 };
enum { WFS_IDC_CARDEJECTED = 2, WFS_IDC_CARDREADPOSITION = 3, WFS_IDC_CARDJAMMED = 4 };
enum { WFS_IDC_MODOK = 1, WFS_IDC_MODNOTSUPP = 4, WFS_IDC_DEVICEPOSNOTSUPP = 3 };
enum { WFS_IDC_EXITPOSITION = 1 };

#define WFS_IDC_GUIDLIGHTS_SIZE 32

#pragma pack(push, 1)

typedef struct {
    WORD fwDevice, fwMedia, fwRetainBin, fwSecurity;
    USHORT usCards;
    WORD fwChipPower;
    LPSTR lpszExtra;
    /* from 3.20 */
    DWORD dwGuidLights[WFS_IDC_GUIDLIGHTS_SIZE];
    WORD fwChipModule, fwMagReadModule, fwMagWriteModule, fwFrontImageModule, fwBackImageModule, wDevicePosition;
    USHORT usPowerSaveRecoveryTime;
    LPWORD lpwParkingStationMedia;
    WORD wAntiFraudModule;
} WFSIDCSTATUS;
SIZED(WFSIDCSTATUS, 164, 172);
PLACED(WFSIDCSTATUS, dwGuidLights, 16, 20);
PLACED(WFSIDCSTATUS, lpwParkingStationMedia, 158, 162);

typedef struct {
    WORD wClass, fwType;
    BOOL bCompound;
    WORD fwReadTracks, fwWriteTracks, fwChipProtocols;
    USHORT usCards;
    WORD fwSecType, fwPowerOnOption, fwPowerOffOption;
    BOOL bFluxSensorProgrammable, bReadWriteAccessFollowingEject;
    WORD fwWriteMode, fwChipPower;
    LPSTR lpszExtra;
    /* from 3.20 */
    WORD fwDIPMode;
    LPWORD lpwMemoryChipProtocols;
    DWORD dwGuidLights[WFS_IDC_GUIDLIGHTS_SIZE];
    WORD fwEjectPosition;
    BOOL bPowerSaveControl;
    USHORT usParkingStations;
    BOOL bAntiFraudModule;
    /* from 3.30 */
    LPDWORD lpdwSynchronizableCommands;
} WFSIDCCAPS;
SIZED(WFSIDCCAPS, 188, 200);
PLACED(WFSIDCCAPS, fwDIPMode, 38, 42);
PLACED(WFSIDCCAPS, lpdwSynchronizableCommands, 184, 192);

typedef struct {
    WORD wDataSource, wStatus;
    ULONG ulDataLength;
    LPBYTE lpbData;
    WORD fwWriteMethod;
} WFSIDCCARDDATA;
SIZED(WFSIDCCARDDATA, 14, 18);

typedef struct {
    USHORT usCount;
    WORD fwPosition;
} WFSIDCRETAINCARD;
SIZED(WFSIDCRETAINCARD, 4, 4);

typedef struct {
    WORD wAction, wPosition;
} WFSIDCCARDACT;
SIZED(WFSIDCCARDACT, 4, 4);

typedef struct {
    WORD wChipProtocol;
    ULONG ulChipDataLength;
    LPBYTE lpbChipData;
} WFSIDCCHIPIO;
SIZED(WFSIDCCHIPIO, 10, 14);

typedef struct {
    ULONG ulChipDataLength;
    LPBYTE lpbChipData;
} WFSIDCCHIPPOWEROUT;
SIZED(WFSIDCCHIPPOWEROUT, 8, 12);

typedef struct {
    WORD wGuidLight;
    DWORD dwCommand;
} WFSIDCSETGUIDLIGHT;
SIZED(WFSIDCSETGUIDLIGHT, 6, 6);

#pragma pack(pop)

#endif
