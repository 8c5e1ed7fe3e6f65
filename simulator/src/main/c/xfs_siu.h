/* Service class SIU: sensors and indicators. */
#ifndef XFS_SIU_H
#define XFS_SIU_H

#include "xfs.h"

enum { WFS_SERVICE_CLASS_SIU = 8 };
enum { WFS_INF_SIU_STATUS = 801, WFS_INF_SIU_CAPABILITIES = 802 };
enum {
    WFS_CMD_SIU_ENABLE_EVENTS = 801,
    WFS_CMD_SIU_SET_PORTS = 802,
    WFS_CMD_SIU_SET_DOOR = 803,
    WFS_CMD_SIU_SET_INDICATOR = 804,
    WFS_CMD_SIU_SET_AUXILIARY = 805,
    WFS_CMD_SIU_SET_GUIDLIGHT = 806,
    WFS_CMD_SIU_RESET = 807
};
enum { WFS_SRVE_SIU_PORT_STATUS = 801, WFS_EXEE_SIU_PORT_ERROR = 802 };
enum { WFS_ERR_SIU_INVALID_PORT = -801, WFS_ERR_SIU_SYNTAX = -802, WFS_ERR_SIU_PORT_ERROR = -803 };
enum {
    WFS_SIU_SENSORS = 0x01,
    WFS_SIU_DOORS = 0x02,
    WFS_SIU_INDICATORS = 0x04,
    WFS_SIU_AUXILIARIES = 0x08,
    WFS_SIU_GUIDLIGHTS = 0x10
};
enum { WFS_SIU_NO_CHANGE = 0, WFS_SIU_ENABLE_EVENT = 1, WFS_SIU_DISABLE_EVENT = 2 };
enum { WFS_SIU_NOT_AVAILABLE = 0, WFS_SIU_AVAILABLE = 1 };
enum { WFS_SIU_OFF = 1, WFS_SIU_ON = 2, WFS_SIU_CONTINUOUS = 0x80 };
enum { WFS_SIU_PRESENT = 1, WFS_SIU_NOT_PRESENT = 2 };
enum { WFS_SIU_RUN = 1, WFS_SIU_MAINTENANCE = 2, WFS_SIU_SUPERVISOR = 4 };
enum { WFS_SIU_CLOSED = 1, WFS_SIU_OPEN = 2 };
enum { WFS_SIU_OFF_THE_HOOK = 1, WFS_SIU_ON_THE_HOOK = 2 };
enum { WFS_SIU_VERY_DARK = 1, WFS_SIU_VERY_LIGHT = 16 };
enum {
    WFS_SIU_OPERATORSWITCH = 0,
    WFS_SIU_TAMPER = 1,
    WFS_SIU_INTTAMPER = 2,
    WFS_SIU_SEISMIC = 3,
    WFS_SIU_HEAT = 4,
    WFS_SIU_PROXIMITY = 5,
    WFS_SIU_AMBLIGHT = 6,
    WFS_SIU_ENHANCEDAUDIO = 7,
    WFS_SIU_HANDSETSENSOR = 11
};
enum { WFS_SIU_CABINET = 0, WFS_SIU_SAFE = 1 };
enum { WFS_SIU_OPENCLOSE = 0, WFS_SIU_FASCIALIGHT = 1 };
enum { WFS_SIU_VOLUME = 0, WFS_SIU_REMOTE_STATUS_MONITOR = 2, WFS_SIU_ENHANCEDAUDIOCONTROL = 4 };
enum { WFS_SIU_HEADSET_DETECTION = 1 };
enum { WFS_SIU_PUBLICAUDIO_MANUAL = 1, WFS_SIU_PUBLICAUDIO_AUTO = 2 };

#define WFS_SIU_SENSORS_SIZE 32
#define WFS_SIU_DOORS_SIZE 16
#define WFS_SIU_INDICATORS_SIZE 16
#define WFS_SIU_AUXILIARIES_SIZE 16
#define WFS_SIU_GUIDLIGHTS_SIZE 16

#pragma pack(push, 1)

/* One word for each port, as all structs of this class begin or end with; not a struct of the standard by itself. */
typedef struct {
    WORD fwSensors[WFS_SIU_SENSORS_SIZE];
    WORD fwDoors[WFS_SIU_DOORS_SIZE];
    WORD fwIndicators[WFS_SIU_INDICATORS_SIZE];
    WORD fwAuxiliaries[WFS_SIU_AUXILIARIES_SIZE];
    WORD fwGuidLights[WFS_SIU_GUIDLIGHTS_SIZE];
} PORTS;
SIZED(PORTS, 192, 192);

typedef struct {
    WORD fwDevice;
    PORTS ports;
    LPSTR lpszExtra;
    /* from 3.20 */
    USHORT usPowerSaveRecoveryTime;
    WORD wAntiFraudModule;
} WFSSIUSTATUS;
SIZED(WFSSIUSTATUS, 202, 206);
PLACED(WFSSIUSTATUS, ports.fwGuidLights, 162, 162);

typedef struct {
    WORD wClass, fwType;
    PORTS ports;
    LPSTR lpszExtra;
    /* from 3.20 */
    BOOL bPowerSaveControl;
    WORD fwAutoStartupMode;
    BOOL bAntiFraudModule;
    /* from 3.30 */
    LPDWORD lpdwSynchronizableCommands;
} WFSSIUCAPS;
SIZED(WFSSIUCAPS, 214, 222);
PLACED(WFSSIUCAPS, lpszExtra, 196, 196);
PLACED(WFSSIUCAPS, bAntiFraudModule, 206, 210);

typedef struct {
    PORTS ports;
    LPSTR lpszExtra;
} WFSSIUENABLE;
SIZED(WFSSIUENABLE, 196, 200);

typedef struct {
    WORD fwDoors[WFS_SIU_DOORS_SIZE];
    WORD fwIndicators[WFS_SIU_INDICATORS_SIZE];
    WORD fwAuxiliaries[WFS_SIU_AUXILIARIES_SIZE];
    WORD fwGuidLights[WFS_SIU_GUIDLIGHTS_SIZE];
    LPSTR lpszExtra;
} WFSSIUSETPORTS;
SIZED(WFSSIUSETPORTS, 132, 136);

/* WFSSIUSETDOOR, WFSSIUSETINDICATOR, WFSSIUSETAUXILIARY and WFSSIUSETGUIDLIGHT differ in their names alone. */
typedef struct {
    WORD wPort, fwCommand;
} WFSSIUSETPORT;
SIZED(WFSSIUSETPORT, 4, 4);

typedef struct {
    WORD wPortType, wPortIndex, wPortStatus;
    LPSTR lpszExtra;
} WFSSIUPORTEVENT;
SIZED(WFSSIUPORTEVENT, 10, 14);

#pragma pack(pop)

#endif
