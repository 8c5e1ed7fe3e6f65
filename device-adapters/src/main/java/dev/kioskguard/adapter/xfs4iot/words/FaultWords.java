package dev.kioskguard.adapter.xfs4iot.words;

import dev.kioskguard.device.DeviceException.Fault;
import java.util.Map;
import java.util.Optional;

/** What the {@code errorCode}s of CWA 17852 mean to a caller of the ports. */
public final class FaultWords {

    private static final Map<String, Fault> BY_ERROR_CODE = Map.ofEntries(
            Map.entry("mediaJam", Fault.MEDIA_JAMMED),
            Map.entry("shutterFail", Fault.MEDIA_JAMMED),
            Map.entry("noMedia", Fault.NO_MEDIA),
            Map.entry("mediaRetained", Fault.NO_MEDIA),
            Map.entry("invalidMedia", Fault.INVALID_MEDIA),
            Map.entry("cardTooShort", Fault.INVALID_MEDIA),
            Map.entry("cardTooLong", Fault.INVALID_MEDIA),
            Map.entry("cardCollision", Fault.INVALID_MEDIA),
            Map.entry("atrNotObtained", Fault.INVALID_MEDIA),
            Map.entry("securityFail", Fault.INVALID_MEDIA),
            Map.entry("noPin", Fault.NO_PIN),
            Map.entry("keyNotFound", Fault.KEY_MISSING),
            Map.entry("keyNoValue", Fault.KEY_MISSING),
            Map.entry("formatNotSupported", Fault.UNSUPPORTED),
            Map.entry("algorithmNotSupported", Fault.UNSUPPORTED),
            Map.entry("cryptoMethodNotSupported", Fault.UNSUPPORTED),
            Map.entry("protocolNotSupported", Fault.UNSUPPORTED),
            Map.entry("keyNotSupported", Fault.UNSUPPORTED),
            Map.entry("cameraNotSupported", Fault.UNSUPPORTED),
            Map.entry("invalidLight", Fault.UNSUPPORTED),
            Map.entry("entryTimeout", Fault.TIMEOUT));

    private FaultWords() {}

    /** Returns what an error code means; {@code OTHER} where a caller can do nothing about it. */
    public static Fault fault(String errorCode) {
        return BY_ERROR_CODE.getOrDefault(errorCode, Fault.OTHER);
    }

    /** Returns the error code that says a fault most plainly; empty where a completion code says it. */
    public static Optional<String> errorCode(Fault fault) {
        return Optional.ofNullable(
                switch (fault) {
                    case MEDIA_JAMMED -> "mediaJam";
                    case NO_MEDIA -> "noMedia";
                    case INVALID_MEDIA -> "invalidMedia";
                    case NO_PIN -> "noPin";
                    case KEY_MISSING -> "keyNotFound";
                    case TIMEOUT, CANCELED, BUSY, CONNECTION_LOST, UNSUPPORTED, OTHER -> null;
                });
    }
}
