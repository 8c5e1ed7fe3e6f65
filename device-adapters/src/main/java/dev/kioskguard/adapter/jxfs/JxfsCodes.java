package dev.kioskguard.adapter.jxfs;

import dev.kioskguard.device.DeviceException.Fault;

/**
 * The numbers of J/XFS, each with its name there, after {@code JXFS_}. Whoever has constants of J/XFS compares with
 * these unchanged; what J/XFS leaves unknown here has a number from {@link #OWN} on.
 */
public final class JxfsCodes {

    /** {@code JXFS_FOREVER}, for {@link DeviceControl#claim}. */
    public static final int FOREVER = -1;

    /** {@code JXFS_RC_SUCCESSFUL}. */
    public static final int RC_SUCCESSFUL = 0;

    /** {@code JXFS_RC_UNSUCCESSFUL}. */
    public static final int RC_UNSUCCESSFUL = 1;

    /** {@code JXFS_O_OPEN}. */
    public static final int O_OPEN = 900;

    /** {@code JXFS_O_CLOSE}. */
    public static final int O_CLOSE = 901;

    /** {@code JXFS_E_UNREGISTERED}: there is no device of that name. */
    public static final int E_UNREGISTERED = 1001;

    /** {@code JXFS_E_CLOSED}: the control is not open, or could not be opened. */
    public static final int E_CLOSED = 1002;

    /** {@code JXFS_E_OPEN}: it is open already. */
    public static final int E_OPEN = 1003;

    /** {@code JXFS_E_CLAIMED}: it is claimed already, by this control. */
    public static final int E_CLAIMED = 1004;

    /** {@code JXFS_E_NOTCLAIMED}: nothing to release. */
    public static final int E_NOTCLAIMED = 1005;

    /** {@code JXFS_E_ILLEGAL}. */
    public static final int E_ILLEGAL = 1010;

    /** {@code JXFS_E_NOHARDWARE}. */
    public static final int E_NOHARDWARE = 1011;

    /** {@code JXFS_E_OFFLINE}. */
    public static final int E_OFFLINE = 1012;

    /** {@code JXFS_E_NOEXIST}: no operation of that identification id. */
    public static final int E_NOEXIST = 1013;

    /** {@code JXFS_E_FAILURE}. */
    public static final int E_FAILURE = 1015;

    /** {@code JXFS_E_TIMEOUT}. */
    public static final int E_TIMEOUT = 1016;

    /** {@code JXFS_E_BUSY}: more is waiting than may wait. */
    public static final int E_BUSY = 1017;

    /** {@code JXFS_E_PARAMETER_INVALID}. */
    public static final int E_PARAMETER_INVALID = 1018;

    /** {@code JXFS_E_CANCELLED}. */
    public static final int E_CANCELLED = 1021;

    /** {@code JXFS_E_NOT_SUPPORTED}. */
    public static final int E_NOT_SUPPORTED = 1022;

    /** {@code JXFS_E_HARDWAREERROR}. */
    public static final int E_HARDWAREERROR = 1025;

    /** {@code JXFS_MSD_OFFSET}: numbers of card readers. */
    public static final int MSD = 4000;

    /** {@code JXFS_PIN_OFFSET}. */
    public static final int PIN = 5000;

    /** {@code JXFS_SIU_OFFSET}. */
    public static final int SIU = 10_000;

    /** {@code JXFS_CAM_OFFSET}. */
    public static final int CAM = 12_000;

    /** {@code JXFS_E_MSD_READFAILURE}. */
    public static final int E_MSD_READFAILURE = 4007;

    /** {@code JXFS_E_MSD_NOMEDIA}. */
    public static final int E_MSD_NOMEDIA = 4010;

    /** {@code JXFS_E_MSD_INVALIDMEDIA}. */
    public static final int E_MSD_INVALIDMEDIA = 4011;

    /** {@code JXFS_E_MSD_MEDIAJAMMED}. */
    public static final int E_MSD_MEDIAJAMMED = 4012;

    /** {@code JXFS_I_MSD_NO_MEDIA_PRESENT}: a card is waited for. */
    public static final int I_MSD_NO_MEDIA_PRESENT = 4014;

    /** {@code JXFS_I_MSD_MEDIA_INSERTED}. */
    public static final int I_MSD_MEDIA_INSERTED = 4015;

    /** Added to a device's offset: from here on numbers are this project's, as those of J/XFS are not public. */
    public static final int OWN = 900;

    private JxfsCodes() {}

    /** Returns the number for a fault of the port, of which a device may have better ones. */
    static int result(Fault fault) {
        return switch (fault) {
            case TIMEOUT -> E_TIMEOUT;
            case CANCELED -> E_CANCELLED;
            case BUSY -> E_BUSY;
            case CONNECTION_LOST -> E_OFFLINE;
            case UNSUPPORTED -> E_NOT_SUPPORTED;
            case MEDIA_JAMMED -> E_HARDWAREERROR;
            case NO_MEDIA, INVALID_MEDIA, NO_PIN, KEY_MISSING, OTHER -> E_FAILURE;
        };
    }

    /** Returns the extended result for a fault of the port; these numbers are this project's. */
    public static int extended(Fault fault) {
        return switch (fault) {
            case TIMEOUT -> 1;
            case CANCELED -> 2;
            case BUSY -> 3;
            case MEDIA_JAMMED -> 4;
            case NO_MEDIA -> 5;
            case INVALID_MEDIA -> 6;
            case NO_PIN -> 7;
            case KEY_MISSING -> 8;
            case CONNECTION_LOST -> 9;
            case UNSUPPORTED -> 10;
            case OTHER -> 11;
        };
    }
}
