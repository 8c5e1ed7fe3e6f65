package dev.kioskguard.adapter.xfs.header;

/** Constants of the sensors and indicators (CWA 16926-10). */
public final class Siu {

    public static final int WFS_INF_SIU_STATUS = 801;
    public static final int WFS_INF_SIU_CAPABILITIES = 802;

    public static final int WFS_CMD_SIU_ENABLE_EVENTS = 801;
    public static final int WFS_CMD_SIU_SET_GUIDLIGHT = 806;

    public static final int WFS_SRVE_SIU_PORT_STATUS = 801;

    public static final int WFS_ERR_SIU_INVALID_PORT = -801;
    public static final int WFS_ERR_SIU_SYNTAX = -802;
    public static final int WFS_ERR_SIU_PORT_ERROR = -803;

    public static final int WFS_SIU_SENSORS_SIZE = 32;
    public static final int WFS_SIU_DOORS_SIZE = 16;
    public static final int WFS_SIU_INDICATORS_SIZE = 16;
    public static final int WFS_SIU_AUXILIARIES_SIZE = 16;
    public static final int WFS_SIU_GUIDLIGHTS_SIZE = 16;

    public static final int WFS_SIU_OPERATORSWITCH = 0;
    public static final int WFS_SIU_PROXIMITY = 5;
    public static final int WFS_SIU_ENHANCEDAUDIO = 7;
    public static final int WFS_SIU_HEADSETMICROPHONE = 13;

    public static final int WFS_SIU_CABINET = 0;
    public static final int WFS_SIU_CABINET_FRONT = 3;
    public static final int WFS_SIU_CABINET_REAR = 4;
    public static final int WFS_SIU_CABINET_LEFT = 5;
    public static final int WFS_SIU_CABINET_RIGHT = 6;

    public static final int WFS_SIU_AUDIO = 2;

    public static final int WFS_SIU_VOLUME = 0;
    public static final int WFS_SIU_ENHANCEDAUDIOCONTROL = 4;

    public static final int WFS_SIU_CARDUNIT = 0;
    public static final int WFS_SIU_PINPAD = 1;

    public static final int WFS_SIU_NOT_AVAILABLE = 0;
    public static final int WFS_SIU_AVAILABLE = 1;

    public static final int WFS_SIU_MAINTENANCE = 2;
    public static final int WFS_SIU_SUPERVISOR = 4;
    public static final int WFS_SIU_OPEN = 2;
    public static final int WFS_SIU_PRESENT = 1;
    public static final int WFS_SIU_NOT_PRESENT = 2;

    public static final int WFS_SIU_OFF = 1;
    public static final int WFS_SIU_ON = 2;
    public static final int WFS_SIU_SLOW_FLASH = 4;
    public static final int WFS_SIU_MEDIUM_FLASH = 8;
    public static final int WFS_SIU_QUICK_FLASH = 16;
    public static final int WFS_SIU_CONTINUOUS = 128;

    public static final int WFS_SIU_SENSORS = 1;
    public static final int WFS_SIU_DOORS = 2;
    public static final int WFS_SIU_INDICATORS = 4;
    public static final int WFS_SIU_AUXILIARIES = 8;
    public static final int WFS_SIU_GUIDLIGHTS = 16;

    public static final int WFS_SIU_NO_CHANGE = 0;
    public static final int WFS_SIU_ENABLE_EVENT = 1;
    public static final int WFS_SIU_DISABLE_EVENT = 2;

    private Siu() {}
}
