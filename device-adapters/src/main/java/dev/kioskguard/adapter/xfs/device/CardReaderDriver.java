package dev.kioskguard.adapter.xfs.device;

import dev.kioskguard.adapter.xfs.header.Header;
import dev.kioskguard.adapter.xfs.header.Idc;
import dev.kioskguard.adapter.xfs.library.Received;
import dev.kioskguard.adapter.xfs.manager.Command;
import dev.kioskguard.adapter.xfs.manager.Execution;
import dev.kioskguard.adapter.xfs.manager.ServiceClass;
import dev.kioskguard.adapter.xfs.manager.Snapshot;
import dev.kioskguard.adapter.xfs.manager.XfsEvent;
import dev.kioskguard.adapter.xfs.manager.XfsManager;
import dev.kioskguard.adapter.xfs.memory.NativeArgument;
import dev.kioskguard.adapter.xfs.memory.NativeStruct;
import dev.kioskguard.adapter.xfs.memory.StructView;
import dev.kioskguard.device.CardData;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.DeviceStatus.State;
import dev.kioskguard.device.Reported;
import dev.kioskguard.device.Turn;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A motorised card reader (CWA 16926-4, service class IDC). */
final class CardReaderDriver extends XfsDevice implements CardReader {

    /** The longest answer of a chip (ISO 7816-4) and its status word. */
    private static final int CHIP_BYTES_MAX = 65536 + 2;

    private final Turn turn = new Turn();
    private final Reported<CardPlace> place = new Reported<>(CardPlace.UNKNOWN);
    private volatile @Nullable Execution<String> reading;

    /** The last word about the media, so that another change of the status does not repeat an old one. On the loop. */
    private int mediaBefore = -1;

    CardReaderDriver(XfsManager manager, DeviceAddress address) {
        super(manager, address, ServiceClass.IDC);
    }

    @Override
    public CompletionStage<CardData> accept(Duration timeout) {
        return turn.take("read card", () -> {
            // Asking for the chip too is what gives it power, so that chip() finds it awake.
            int sources = Idc.WFS_IDC_TRACK2 | (protocols() == 0 ? 0 : Idc.WFS_IDC_CHIP);
            Execution<String> begun = session()
                    .execute(
                            this,
                            new Command<>(
                                    Track2.COMMAND,
                                    Idc.WFS_CMD_IDC_READ_RAW_DATA,
                                    NativeArgument.word(sources),
                                    timeout,
                                    Track2::read,
                                    this::whileReading));
            reading = begun;
            return begun.result()
                    .whenComplete((track, failure) -> reading = null)
                    .thenApply(track -> {
                        place.set(CardPlace.INSIDE);
                        return Track2.card(track);
                    });
        });
    }

    private void whileReading(XfsEvent event) {
        if (event.id() == Idc.WFS_EXEE_IDC_MEDIAINSERTED) {
            place.set(CardPlace.INSIDE);
        }
    }

    @Override
    public void cancelAccept() {
        Execution<String> underWay = reading;
        if (underWay != null) {
            underWay.cancel();
        }
    }

    @Override
    public CompletionStage<Void> eject(Duration timeout) {
        return turn.take(
                "eject card",
                () -> place.get() == CardPlace.AT_EXIT
                        ? CompletableFuture.<Void>completedFuture(null)
                        : move("EJECT_CARD", Idc.WFS_CMD_IDC_EJECT_CARD, CardPlace.AT_EXIT, timeout));
    }

    @Override
    public CompletionStage<Void> retain(Duration timeout) {
        return turn.take(
                "retain card", () -> move("RETAIN_CARD", Idc.WFS_CMD_IDC_RETAIN_CARD, CardPlace.NONE, timeout));
    }

    private CompletableFuture<Void> move(String name, int command, CardPlace then, Duration timeout) {
        return execute(Command.plain(name, command, null, timeout))
                .whenComplete((done, failure) -> {
                    if (failure instanceof DeviceException known && known.fault() == Fault.MEDIA_JAMMED) {
                        place.set(CardPlace.JAMMED);
                    } else if (failure == null) {
                        place.set(then);
                    }
                    session().refresh();
                })
                .thenApply(done -> null);
    }

    @Override
    public CompletionStage<byte[]> chip(byte[] command, Duration timeout) {
        byte[] sent = command.clone();
        return turn.take("talk to chip", () -> {
            boolean isT0 = (protocols() & Idc.WFS_IDC_CHIPT0) != 0;
            NativeStruct data = session()
                    .struct("WFSIDCCHIPIO")
                    .set("wChipProtocol", isT0 ? Idc.WFS_IDC_CHIPT0 : Idc.WFS_IDC_CHIPT1)
                    .set("ulChipDataLength", sent.length)
                    .bytes("lpbChipData", sent);
            return execute(new Command<>(
                    "CHIP_IO", Idc.WFS_CMD_IDC_CHIP_IO, data, timeout, CardReaderDriver::answer, event -> {}));
        });
    }

    private static byte[] answer(Received received, Header header) {
        StructView answer = received.view(header.struct("WFSIDCCHIPIO"));
        return answer.bytes("lpbChipData", answer.number("ulChipDataLength"), CHIP_BYTES_MAX);
    }

    /** Returns the protocols by which the reader speaks to a chip that lies in it; 0 where it cannot. */
    private int protocols() {
        return session()
                        .capabilities()
                        .map(can -> can.view().number("fwChipProtocols"))
                        .orElse(0)
                & (Idc.WFS_IDC_CHIPT0 | Idc.WFS_IDC_CHIPT1);
    }

    @Override
    public CardPlace place() {
        return place.get();
    }

    @Override
    public void onPlace(Consumer<CardPlace> listener) {
        place.onChange(listener);
    }

    @Override
    void statusRead(Snapshot read) {
        if (session().deviceStatus().state() == State.OFFLINE) {
            // After the service was lost even the same word is news.
            mediaBefore = -1;
            return;
        }
        int media = read.view().oneOf("fwMedia", Idc.WFS_IDC_MEDIALATCHED);
        if (media != mediaBefore) {
            mediaBefore = media;
            place.set(placeOf(media));
        }
    }

    private static CardPlace placeOf(int media) {
        return switch (media) {
            case Idc.WFS_IDC_MEDIAPRESENT, Idc.WFS_IDC_MEDIALATCHED -> CardPlace.INSIDE;
            case Idc.WFS_IDC_MEDIANOTPRESENT -> CardPlace.NONE;
            case Idc.WFS_IDC_MEDIAJAMMED -> CardPlace.JAMMED;
            // Said of a card at the exit, going either way.
            case Idc.WFS_IDC_MEDIAENTERING -> CardPlace.AT_EXIT;
            default -> CardPlace.UNKNOWN;
        };
    }

    @Override
    void told(XfsEvent event) {
        Snapshot brought = event.brought();
        if (event.id() == Idc.WFS_SRVE_IDC_MEDIAREMOVED) {
            place.set(CardPlace.NONE);
        } else if (event.id() == Idc.WFS_SRVE_IDC_CARDACTION && brought != null) {
            // What the reader did with a card by itself, when the power came or went.
            place.set(
                    switch (brought.view().oneOf("wAction", Idc.WFS_IDC_CARDJAMMED)) {
                        case Idc.WFS_IDC_CARDRETAINED -> CardPlace.NONE;
                        case Idc.WFS_IDC_CARDEJECTED -> CardPlace.AT_EXIT;
                        case Idc.WFS_IDC_CARDREADPOSITION -> CardPlace.INSIDE;
                        case Idc.WFS_IDC_CARDJAMMED -> CardPlace.JAMMED;
                        default -> CardPlace.UNKNOWN;
                    });
        }
    }
}
