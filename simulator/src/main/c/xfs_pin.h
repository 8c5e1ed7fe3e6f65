/* Service class PIN: encrypting keypads. */
#ifndef XFS_PIN_H
#define XFS_PIN_H

#include "xfs.h"

enum { WFS_SERVICE_CLASS_PIN = 4 };
enum {
    WFS_INF_PIN_STATUS = 401,
    WFS_INF_PIN_CAPABILITIES = 402,
    WFS_INF_PIN_KEY_DETAIL = 404,
    WFS_INF_PIN_FUNCKEY_DETAIL = 405
};
enum {
    WFS_CMD_PIN_GET_PIN = 405,
    WFS_CMD_PIN_GET_PINBLOCK = 407,
    WFS_CMD_PIN_GET_DATA = 408,
    WFS_CMD_PIN_RESET = 418,
    WFS_CMD_PIN_SET_GUIDANCE_LIGHT = 441
};
enum { WFS_EXEE_PIN_KEY = 401, WFS_EXEE_PIN_ENTERDATA = 408, WFS_SRVE_PIN_DEVICEPOSITION = 409 };
enum {
    WFS_ERR_PIN_KEYNOTFOUND = -400,
    WFS_ERR_PIN_ACCESSDENIED = -402,
    WFS_ERR_PIN_USEVIOLATION = -407,
    WFS_ERR_PIN_NOPIN = -408,
    WFS_ERR_PIN_KEYINVALID = -410,
    WFS_ERR_PIN_KEYNOTSUPPORTED = -411,
    WFS_ERR_PIN_NOACTIVEKEYS = -412,
    WFS_ERR_PIN_NOTERMINATEKEYS = -414,
    WFS_ERR_PIN_MINIMUMLENGTH = -415,
    WFS_ERR_PIN_FORMATNOTSUPP = -422
};
enum { WFS_PIN_ENCREADY = 0 };
enum { WFS_PIN_TYPEEPP = 1 };
enum { WFS_PIN_CRYPTTRIDESECB = 64 };
/* Format 4 is of an edition after 3.30, as AES is. */
enum { WFS_PIN_FORMANSI = 2, WFS_PIN_FORMISO0 = 4, WFS_PIN_FORMISO4 = 0x8000 };
enum { WFS_PIN_DISPNONE = 1, WFS_PIN_KCVSELF = 1, WFS_PIN_CERT_NOTREADY = 4, WFS_PIN_DEVICEPOSNOTSUPP = 3 };
enum { WFS_PIN_USEFUNCTION = 2, WFS_PIN_USEKEYENCKEY = 32 };
enum {
    WFS_PIN_FK_ENTER = 0x400,
    WFS_PIN_FK_CANCEL = 0x800,
    WFS_PIN_FK_CLEAR = 0x1000,
    WFS_PIN_FK_BACKSPACE = 0x2000,
    WFS_PIN_FK_HELP = 0x4000
};
enum {
    WFS_PIN_COMPAUTO = 0,
    WFS_PIN_COMPENTER = 1,
    WFS_PIN_COMPCANCEL = 2,
    WFS_PIN_COMPCONTINUE = 6,
    WFS_PIN_COMPCLEAR = 7,
    WFS_PIN_COMPBACKSPACE = 8,
    WFS_PIN_COMPFDK = 9,
    WFS_PIN_COMPHELP = 10,
    WFS_PIN_COMPFK = 11,
    WFS_PIN_COMPCONTFDK = 12
};

#define WFS_PIN_GUIDLIGHTS_SIZE 32

#pragma pack(push, 1)

typedef struct {
    WORD fwDevice, fwEncStat;
    LPSTR lpszExtra;
    /* from 3.20 */
    DWORD dwGuidLights[WFS_PIN_GUIDLIGHTS_SIZE];
    WORD fwAutoBeepMode;
    DWORD dwCertificateState;
    WORD wDevicePosition;
    USHORT usPowerSaveRecoveryTime;
    WORD wAntiFraudModule;
} WFSPINSTATUS;
SIZED(WFSPINSTATUS, 148, 152);
PLACED(WFSPINSTATUS, dwGuidLights, 8, 12);
PLACED(WFSPINSTATUS, dwCertificateState, 138, 142);

typedef struct {
    WORD wClass, fwType;
    BOOL bCompound;
    USHORT usKeyNum;
    WORD fwAlgorithms, fwPinFormats, fwDerivationAlgorithms, fwPresentationAlgorithms, fwDisplay;
    BOOL bIDConnect;
    WORD fwIDKey, fwValidationAlgorithms, fwKeyCheckModes;
    LPSTR lpszExtra;
    /* from 3.20 */
    DWORD dwGuidLights[WFS_PIN_GUIDLIGHTS_SIZE];
    BOOL bPINCanPersistAfterUse;
    WORD fwAutoBeep;
    LPSTR lpsHSMVendor;
    BOOL bHSMJournaling;
    DWORD dwRSAAuthenticationScheme, dwRSASignatureAlgorithm, dwRSACryptAlgorithm, dwRSAKeyCheckMode;
    DWORD dwSignatureScheme;
    LPWORD lpwEMVImportSchemes;
    WORD fwEMVHashAlgorithm;
    BOOL bKeyImportThroughParts;
    WORD fwENCIOProtocols;
    BOOL bTypeCombined, bSetPinblockDataRequired;
    WORD fwKeyBlockImportFormats;
    BOOL bPowerSaveControl, bAntiFraudModule;
    /* from 3.30 */
    WORD wDESKeyLength, wCertificateTypes;
    LPVOID *lppLoadCertOptions;
    DWORD dwCRKLLoadOptions;
    LPVOID lpETSCaps;
    LPDWORD lpdwSynchronizableCommands;
    LPVOID *lppRestrictedKeyEncKeySupport;
} WFSPINCAPS;
SIZED(WFSPINCAPS, 250, 278);
PLACED(WFSPINCAPS, dwGuidLights, 34, 38);
PLACED(WFSPINCAPS, lpsHSMVendor, 168, 172);
PLACED(WFSPINCAPS, wDESKeyLength, 226, 238);

typedef struct {
    LPSTR lpsKeyName;
    WORD fwUse;
    BOOL bLoaded;
    /* from 3.20 */
    LPVOID lpxKeyBlockHeader;
} WFSPINKEYDETAIL;
SIZED(WFSPINKEYDETAIL, 14, 22);

typedef struct {
    ULONG ulFDK;
    USHORT usXPosition, usYPosition;
} WFSPINFDK;
SIZED(WFSPINFDK, 8, 8);

typedef struct {
    ULONG ulFuncMask;
    USHORT usNumberFDKs;
    WFSPINFDK **lppFDKs;
} WFSPINFUNCKEYDETAIL;
SIZED(WFSPINFUNCKEYDETAIL, 10, 14);

typedef struct {
    USHORT usMinLen, usMaxLen;
    BOOL bAutoEnd;
    CHAR cEcho;
    ULONG ulActiveFDKs, ulActiveKeys, ulTerminateFDKs, ulTerminateKeys;
} WFSPINGETPIN;
SIZED(WFSPINGETPIN, 25, 25);

typedef struct {
    USHORT usMaxLen;
    BOOL bAutoEnd;
    ULONG ulActiveFDKs, ulActiveKeys, ulTerminateFDKs, ulTerminateKeys;
} WFSPINGETDATA;
SIZED(WFSPINGETDATA, 22, 22);

typedef struct {
    USHORT usDigits;
    WORD wCompletion;
} WFSPINENTRY;
SIZED(WFSPINENTRY, 4, 4);

typedef struct {
    WORD wCompletion;
    ULONG ulDigit;
} WFSPINKEY;
SIZED(WFSPINKEY, 6, 6);

typedef struct {
    USHORT usKeys;
    WFSPINKEY **lpPinKeys;
    WORD wCompletion;
} WFSPINDATA;
SIZED(WFSPINDATA, 8, 12);

typedef struct {
    LPSTR lpsCustomerData, lpsXORData;
    BYTE bPadding;
    WORD wFormat;
    LPSTR lpsKey, lpsKeyEncKey;
} WFSPINBLOCK;
SIZED(WFSPINBLOCK, 19, 35);
PLACED(WFSPINBLOCK, lpsKey, 11, 19);

typedef struct {
    USHORT usLength;
    LPBYTE lpbData;
} WFSXDATA;
SIZED(WFSXDATA, 6, 10);

typedef struct {
    WORD wGuidLight;
    DWORD dwCommand;
} WFSPINSETGUIDLIGHT;
SIZED(WFSPINSETGUIDLIGHT, 6, 6);

#pragma pack(pop)

#endif
