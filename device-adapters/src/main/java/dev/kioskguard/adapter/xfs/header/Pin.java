package dev.kioskguard.adapter.xfs.header;

/** Constants of the PIN pad (CWA 16926-6). */
public final class Pin {

    public static final int WFS_INF_PIN_STATUS = 401;
    public static final int WFS_INF_PIN_CAPABILITIES = 402;
    public static final int WFS_INF_PIN_FUNCKEY_DETAIL = 405;

    public static final int WFS_CMD_PIN_GET_PIN = 405;
    public static final int WFS_CMD_PIN_GET_PINBLOCK = 407;
    public static final int WFS_CMD_PIN_GET_DATA = 408;
    public static final int WFS_CMD_PIN_GET_PINBLOCK_EX = 453;

    public static final int WFS_EXEE_PIN_KEY = 401;
    public static final int WFS_EXEE_PIN_ENTERDATA = 408;

    public static final int WFS_ERR_PIN_KEYNOTFOUND = -400;
    public static final int WFS_ERR_PIN_KEYNOVALUE = -406;
    public static final int WFS_ERR_PIN_NOPIN = -408;
    public static final int WFS_ERR_PIN_KEYINVALID = -410;
    public static final int WFS_ERR_PIN_KEYNOTSUPPORTED = -411;
    public static final int WFS_ERR_PIN_MINIMUMLENGTH = -415;
    public static final int WFS_ERR_PIN_ALGORITHMNOTSUPP = -421;
    public static final int WFS_ERR_PIN_FORMATNOTSUPP = -422;
    public static final int WFS_ERR_PIN_USEVIOLATION = -407;
    public static final int WFS_ERR_PIN_ACCESSDENIED = -402;

    public static final int WFS_PIN_FORMISO0 = 4;
    /** Of a later edition: format 4 came with AES, after 3.30. */
    public static final int WFS_PIN_FORMISO4 = 0x8000;

    public static final int WFS_PIN_CRYPTTRIDESECB = 64;

    public static final int WFS_PIN_FK_0 = 1;
    public static final int WFS_PIN_FK_9 = 512;
    public static final int WFS_PIN_FK_ENTER = 1024;
    public static final int WFS_PIN_FK_CANCEL = 2048;
    public static final int WFS_PIN_FK_CLEAR = 4096;
    public static final int WFS_PIN_FK_BACKSPACE = 8192;

    public static final int WFS_PIN_FK_FDK01 = 1;

    public static final int WFS_PIN_COMPAUTO = 0;
    public static final int WFS_PIN_COMPENTER = 1;
    public static final int WFS_PIN_COMPCANCEL = 2;
    public static final int WFS_PIN_COMPCONTINUE = 6;
    public static final int WFS_PIN_COMPCLEAR = 7;
    public static final int WFS_PIN_COMPBACKSPACE = 8;
    public static final int WFS_PIN_COMPFDK = 9;
    public static final int WFS_PIN_COMPHELP = 10;
    public static final int WFS_PIN_COMPFK = 11;
    public static final int WFS_PIN_COMPCONTFDK = 12;

    private Pin() {}
}
