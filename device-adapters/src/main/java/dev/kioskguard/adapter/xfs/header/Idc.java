package dev.kioskguard.adapter.xfs.header;

/** Constants of the card reader (CWA 16926-4). */
public final class Idc {

    public static final int WFS_INF_IDC_STATUS = 201;
    public static final int WFS_INF_IDC_CAPABILITIES = 202;

    public static final int WFS_CMD_IDC_EJECT_CARD = 203;
    public static final int WFS_CMD_IDC_RETAIN_CARD = 204;
    public static final int WFS_CMD_IDC_READ_RAW_DATA = 207;
    public static final int WFS_CMD_IDC_CHIP_IO = 209;
    public static final int WFS_CMD_IDC_CHIP_POWER = 211;

    public static final int WFS_EXEE_IDC_MEDIAINSERTED = 203;
    public static final int WFS_EXEE_IDC_MEDIARETAINED = 208;

    public static final int WFS_SRVE_IDC_MEDIAREMOVED = 204;
    public static final int WFS_SRVE_IDC_CARDACTION = 205;
    public static final int WFS_SRVE_IDC_MEDIADETECTED = 209;

    public static final int WFS_ERR_IDC_MEDIAJAM = -200;
    public static final int WFS_ERR_IDC_NOMEDIA = -201;
    public static final int WFS_ERR_IDC_MEDIARETAINED = -202;
    public static final int WFS_ERR_IDC_RETAINBINFULL = -203;
    public static final int WFS_ERR_IDC_INVALIDDATA = -204;
    public static final int WFS_ERR_IDC_INVALIDMEDIA = -205;
    public static final int WFS_ERR_IDC_SHUTTERFAIL = -209;
    public static final int WFS_ERR_IDC_SECURITYFAIL = -210;
    public static final int WFS_ERR_IDC_PROTOCOLNOTSUPP = -211;
    public static final int WFS_ERR_IDC_ATRNOTOBTAINED = -212;
    public static final int WFS_ERR_IDC_CARDTOOSHORT = -216;
    public static final int WFS_ERR_IDC_CARDTOOLONG = -217;

    public static final int WFS_IDC_MEDIAPRESENT = 1;
    public static final int WFS_IDC_MEDIANOTPRESENT = 2;
    public static final int WFS_IDC_MEDIAJAMMED = 3;
    public static final int WFS_IDC_MEDIANOTSUPP = 4;
    public static final int WFS_IDC_MEDIAUNKNOWN = 5;
    public static final int WFS_IDC_MEDIAENTERING = 6;
    public static final int WFS_IDC_MEDIALATCHED = 7;

    public static final int WFS_IDC_TRACK2 = 2;
    public static final int WFS_IDC_CHIP = 8;
    public static final int WFS_IDC_CHIPT0 = 1;
    public static final int WFS_IDC_CHIPT1 = 2;

    public static final int WFS_IDC_DATAOK = 0;
    public static final int WFS_IDC_DATASRCMISSING = 6;

    public static final int WFS_IDC_CARDRETAINED = 1;
    public static final int WFS_IDC_CARDEJECTED = 2;
    public static final int WFS_IDC_CARDREADPOSITION = 3;
    public static final int WFS_IDC_CARDJAMMED = 4;

    private Idc() {}
}
