package dev.kioskguard.adapter.xfs4iot.bridge;

import dev.kioskguard.adapter.xfs4iot.service.Call;
import dev.kioskguard.adapter.xfs4iot.service.device.PinPadMessages;
import dev.kioskguard.adapter.xfs4iot.words.KeyWords;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.Key;
import dev.kioskguard.device.PinPad.PinStroke;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The entry of a PIN, told to the client that asked for it: that a key was pressed, and how many were. */
final class PinEntry {

    private final Call call;
    private final Answers answers;
    private int digits;
    private boolean cancelled;

    PinEntry(Call call, Answers answers) {
        this.call = call;
        this.answers = answers;
    }

    synchronized void stroke(PinStroke stroke) {
        switch (stroke) {
            case DIGIT -> {
                digits++;
                call.event(PinPadMessages.KEY_PRESSED, null);
            }
            case CLEAR -> {
                digits = 0;
                tell(Key.CLEAR);
            }
            case ENTER -> tell(Key.ENTER);
            case CANCEL -> {
                cancelled = true;
                tell(Key.CANCEL);
            }
        }
    }

    private void tell(Key key) {
        call.event(PinPadMessages.KEY_PRESSED, KeyWords.describe(key, call.newPayload()));
    }

    /** Answers when the entry has ended. A customer who cancels, or enters too early, has ended it too. */
    synchronized void ended(@Nullable Integer keyed, @Nullable Throwable failure) {
        if (keyed != null) {
            call.succeed(end(keyed, Key.ENTER));
        } else if (cancelled && isFault(failure, DeviceException.Fault.CANCELED)) {
            call.succeed(end(digits, Key.CANCEL));
        } else if (isFault(failure, DeviceException.Fault.NO_PIN)) {
            call.succeed(end(digits, Key.ENTER));
        } else {
            answers.fail(call, failure == null ? new IllegalStateException("an entry without an end") : failure);
        }
    }

    private static boolean isFault(@Nullable Throwable failure, DeviceException.Fault fault) {
        return failure instanceof DeviceException known && known.fault() == fault;
    }

    private ObjectNode end(int count, Key by) {
        return call.newPayload().put("digits", count).put("completion", KeyWords.word(by));
    }
}
