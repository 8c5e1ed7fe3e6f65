package dev.kioskguard.adapter.jxfs;

import dev.kioskguard.adapter.jxfs.Outcome.CardRead;
import dev.kioskguard.adapter.jxfs.Outcome.ChipAnswer;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.CardReader.CardPlace;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.Failures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A card reader with a motor; stands for {@code com.jxfs.control.msd.JxfsMagStripe} (with {@code
 * IJxfsMotorizedCard}) and {@code JxfsChipCard}. Of the tracks there is track 2 alone, which is what the guard reads.
 */
public final class CardControl extends DeviceControl {

    /** Operation {@code readData}; the number is this project's. */
    public static final int O_READ = JxfsCodes.MSD + JxfsCodes.OWN;

    /** Operation {@code ejectCard}; the number is this project's. */
    public static final int O_EJECT = O_READ + 1;

    /** Operation {@code retainCard}; the number is this project's. */
    public static final int O_RETAIN = O_READ + 2;

    /** An exchange with the chip; the number is this project's. */
    public static final int O_CHIP = O_READ + 3;

    /** How long the port waits for a card before it is asked again: {@code readData} itself has no time-out. */
    private static final Duration ROUND = Duration.ofMinutes(5);

    /** Between the end of one such wait and the next. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final Duration MOVE = Duration.ofSeconds(30);

    private final CardReader reader;

    CardControl(SharedDevice device, CardReader reader) {
        super(device);
        this.reader = reader;
    }

    /** Waits for a card and reads it, until canceled; stands for {@code readData(JxfsMSDTrackSelection)}. */
    public int readData() {
        return ask(O_READ, operation -> {
            if (reader.place() != CardPlace.INSIDE) {
                operation.onTheWay(JxfsCodes.I_MSD_NO_MEDIA_PRESENT, null);
            }
            operation.onCancel(reader::cancelAccept);
            var read = new CompletableFuture<@Nullable Outcome>();
            round(operation, read);
            return read;
        });
    }

    /** Asks for a card again and again, with a pause: a reader may say at once that no card came in time. */
    private void round(Operation operation, CompletableFuture<@Nullable Outcome> read) {
        if (operation.isCancelled()) {
            read.completeExceptionally(new DeviceException(Fault.CANCELED, "read card", "canceled by the application"));
            return;
        }
        Failures.caught(() -> reader.accept(ROUND)).whenComplete((card, failure) -> {
            if (failure == null) {
                operation.onTheWay(JxfsCodes.I_MSD_MEDIA_INSERTED, null);
                read.complete(new CardRead(card));
            } else if (isTimeOut(failure)) {
                later(PAUSE, () -> round(operation, read));
            } else {
                read.completeExceptionally(failure);
            }
        });
    }

    private static boolean isTimeOut(Throwable failure) {
        Throwable cause = Failures.unwrapped(failure);
        return cause instanceof DeviceException known && known.fault() == Fault.TIMEOUT;
    }

    /** Moves the card to the exit; stands for {@code ejectCard()}. */
    public int ejectCard() {
        return ask(O_EJECT, operation -> reader.eject(MOVE).thenApply(done -> null));
    }

    /** Moves the card to the retain bin; stands for {@code retainCard()}. */
    public int retainCard() {
        return ask(O_RETAIN, operation -> reader.retain(MOVE).thenApply(done -> null));
    }

    /** Exchanges one command with the chip (ISO 7816-4). */
    public int chipIO(byte[] command) {
        byte[] sent = command.clone();
        return ask(
                O_CHIP,
                operation -> reader.chip(sent, MOVE).thenApply(answer -> {
                    List<Byte> bytes = new ArrayList<>(answer.length);
                    for (byte each : answer) {
                        bytes.add(each);
                    }
                    return new ChipAnswer(bytes);
                }));
    }

    @Override
    int resultOf(Fault fault) {
        return switch (fault) {
            case MEDIA_JAMMED -> JxfsCodes.E_MSD_MEDIAJAMMED;
            case NO_MEDIA -> JxfsCodes.E_MSD_NOMEDIA;
            case INVALID_MEDIA -> JxfsCodes.E_MSD_READFAILURE;
            default -> super.resultOf(fault);
        };
    }
}
