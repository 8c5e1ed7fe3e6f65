package dev.kioskguard.adapter.xfs4iot.bridge;

import dev.kioskguard.adapter.xfs4iot.catalog.Catalog;
import dev.kioskguard.adapter.xfs4iot.catalog.Shape;
import dev.kioskguard.adapter.xfs4iot.message.CompletionCode;
import dev.kioskguard.adapter.xfs4iot.message.MessageType;
import dev.kioskguard.adapter.xfs4iot.service.Call;
import dev.kioskguard.adapter.xfs4iot.words.FaultWords;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.Failures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the failure of a device is told to a client: in the command's own word, where the standard gives it one. */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    /** How much of a driver's own words goes over the wire. */
    private static final int DESCRIPTION_CHARS_MAX = 200;

    private final Catalog catalog;

    Answers(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Ends a command that a device did not carry out. */
    void fail(Call call, Throwable failure) {
        Throwable cause = Failures.unwrapped(failure);
        if (!(cause instanceof DeviceException known)) {
            LOG.error("{} failed inside the driver", call.name(), cause);
            call.fail(CompletionCode.INTERNAL_ERROR, "the driver failed");
            return;
        }
        String why = description(known);
        FaultWords.errorCode(known.fault())
                .filter(code -> isOf(call.name(), code))
                .ifPresentOrElse(code -> call.refuse(code, why), () -> call.fail(completionCode(known.fault()), why));
    }

    private boolean isOf(String command, String errorCode) {
        return catalog.find(command, MessageType.COMPLETION)
                .filter(spec -> spec.payload() != null
                        && spec.payload().fields().get("errorCode") instanceof Shape.Words codes
                        && codes.words().contains(errorCode))
                .isPresent();
    }

    private static String description(DeviceException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.substring(0, Math.min(message.length(), DESCRIPTION_CHARS_MAX));
    }

    private static CompletionCode completionCode(Fault fault) {
        return switch (fault) {
            case TIMEOUT -> CompletionCode.TIME_OUT;
            case CANCELED -> CompletionCode.CANCELED;
            case BUSY -> CompletionCode.DEVICE_NOT_READY;
            case UNSUPPORTED -> CompletionCode.UNSUPPORTED_DATA;
            case MEDIA_JAMMED, NO_MEDIA, INVALID_MEDIA, NO_PIN, KEY_MISSING, CONNECTION_LOST, OTHER ->
                CompletionCode.HARDWARE_ERROR;
        };
    }
}
