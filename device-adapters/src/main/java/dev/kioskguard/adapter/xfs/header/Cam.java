package dev.kioskguard.adapter.xfs.header;

/** Constants of the camera (CWA 16926-12). */
public final class Cam {

    public static final int WFS_INF_CAM_STATUS = 1001;
    public static final int WFS_INF_CAM_CAPABILITIES = 1002;

    public static final int WFS_CMD_CAM_TAKE_PICTURE_EX = 1003;

    public static final int WFS_ERR_CAM_CAMNOTSUPP = -1000;
    public static final int WFS_ERR_CAM_MEDIAFULL = -1001;
    public static final int WFS_ERR_CAM_CAMINOP = -1002;
    public static final int WFS_ERR_CAM_FILEIOERROR = -1004;

    public static final int WFS_CAM_CAMERAS_SIZE = 8;
    public static final int WFS_CAM_ROOM = 0;
    public static final int WFS_CAM_PERSON = 1;
    public static final int WFS_CAM_EXITSLOT = 2;
    public static final int WFS_CAM_CAMOK = 1;
    public static final int WFS_CAM_AVAILABLE = 1;

    private Cam() {}
}
