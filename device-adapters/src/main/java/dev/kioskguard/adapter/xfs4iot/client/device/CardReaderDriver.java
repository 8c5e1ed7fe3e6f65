package dev.kioskguard.adapter.xfs4iot.client.device;

import dev.kioskguard.adapter.xfs4iot.client.Execution;
import dev.kioskguard.adapter.xfs4iot.client.Place;
import dev.kioskguard.adapter.xfs4iot.client.StatusTree;
import dev.kioskguard.adapter.xfs4iot.client.connection.Environment;
import dev.kioskguard.adapter.xfs4iot.message.Message;
import dev.kioskguard.adapter.xfs4iot.message.MessageCodec;
import dev.kioskguard.adapter.xfs4iot.words.DeviceWords;
import dev.kioskguard.device.CardData;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.Reported;
import dev.kioskguard.device.Turn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A motorised card reader (CWA 17852 Part 3, {@code CardReader}). */
final class CardReaderDriver extends ServiceDevice implements CardReader {

    private static final String READ = "CardReader.ReadRawData";
    private static final String MOVE = "CardReader.Move";
    private static final String STORAGE = "Storage.GetStorage";
    private static final String INSIDE_WORD = "transport";
    private static final String EXIT_WORD = "exit";

    private final Turn turn = new Turn();
    private final Reported<CardPlace> place = new Reported<>(CardPlace.UNKNOWN);
    private volatile @Nullable Execution reading;

    /** The last word about the media, so that another property's change does not repeat an old one. On the loop. */
    private String mediaWord = "";

    CardReaderDriver(Environment environment, DeviceAddress address, Place place) {
        super(environment, address, place, new MessageCodec());
    }

    @Override
    public CompletionStage<CardData> accept(Duration timeout) {
        return turn.take("read card", () -> {
            // Asking for the chip too is what gives it power, so that chip() finds it awake.
            ObjectNode payload = payload().put("track2", true);
            if (hasChip()) {
                payload.put("chip", true);
            }
            Execution begun = service().execute(READ, payload, timeout, event -> {});
            reading = begun;
            return begun.result()
                    .whenComplete((answer, failure) -> reading = null)
                    .thenApply(answer -> {
                        place.set(CardPlace.INSIDE);
                        return card(answer.path("track2"));
                    });
        });
    }

    @Override
    public void cancelAccept() {
        Execution underWay = reading;
        if (underWay != null) {
            underWay.cancel();
        }
    }

    private static CardData card(JsonNode track) {
        String state = track.path("status").stringValue("ok");
        String data = track.path("data").stringValue("");
        if (!state.equals("ok") || data.isEmpty()) {
            throw new DeviceException(Fault.INVALID_MEDIA, READ, "track 2 could not be read");
        }
        String text = new String(Base64.getDecoder().decode(data), StandardCharsets.US_ASCII);
        int end = text.indexOf('?');
        CardData card = new CardData(text.substring(text.startsWith(";") ? 1 : 0, end < 0 ? text.length() : end));
        // A track without a number is no card of ours; the call says so.
        String unused = card.number();
        return card;
    }

    @Override
    public CompletionStage<Void> eject(Duration timeout) {
        return turn.take(
                "eject card",
                () -> place.get() == CardPlace.AT_EXIT
                        ? CompletableFuture.<Void>completedFuture(null)
                        : move(INSIDE_WORD, EXIT_WORD, CardPlace.AT_EXIT, timeout));
    }

    @Override
    public CompletionStage<Void> retain(Duration timeout) {
        return turn.take(
                "retain card",
                () -> execute(STORAGE, null, timeout)
                        .thenApply(CardReaderDriver::retainBin)
                        .thenCompose(bin -> move(
                                place.get() == CardPlace.AT_EXIT ? EXIT_WORD : INSIDE_WORD,
                                bin,
                                CardPlace.NONE,
                                timeout)));
    }

    private static String retainBin(ObjectNode answer) {
        return answer.path("storage").properties().stream()
                .filter(unit -> unit.getValue()
                        .path("card")
                        .path("capabilities")
                        .path("type")
                        .stringValue("")
                        .equals("retain"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new DeviceException(Fault.UNSUPPORTED, STORAGE, "the reader has no retain bin"));
    }

    /** Moves the card. The service's own word about where it is now counts more than that the move has ended. */
    private CompletableFuture<Void> move(String from, String to, CardPlace then, Duration timeout) {
        CardPlace before = place.get();
        return execute(MOVE, payload().put("from", from).put("to", to), timeout)
                .whenComplete((done, failure) -> {
                    if (failure instanceof DeviceException known && known.fault() == Fault.MEDIA_JAMMED) {
                        place.set(CardPlace.JAMMED);
                    } else if (failure == null && place.get() == before) {
                        place.set(then);
                    }
                })
                .thenApply(done -> null);
    }

    @Override
    public CompletionStage<byte[]> chip(byte[] command, Duration timeout) {
        byte[] sent = command.clone();
        return turn.take("talk to chip", () -> {
            ObjectNode payload = payload()
                    .put("chipProtocol", can("cardReader", "chipProtocols", "chipT0") ? "chipT0" : "chipT1")
                    .put("chipData", Base64.getEncoder().encodeToString(sent));
            return execute("CardReader.ChipIO", payload, timeout)
                    .thenApply(answer -> bytes(answer, "chipData", "CardReader.ChipIO"));
        });
    }

    private boolean hasChip() {
        return can("cardReader", "chipProtocols", "chipT0") || can("cardReader", "chipProtocols", "chipT1");
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
    List<String> commands() {
        return List.of(READ, MOVE, STORAGE);
    }

    @Override
    void statusRead(StatusTree read) {
        if (service().deviceStatus().state() == DeviceStatus.State.OFFLINE) {
            // After a reconnection even the same word is news.
            mediaWord = "";
            return;
        }
        String word = read.word("cardReader", "media");
        if (!word.equals(mediaWord)) {
            mediaWord = word;
            place.set(DeviceWords.place(word));
        }
    }

    @Override
    public void event(Message event) {
        switch (event.name()) {
            case "CardReader.MediaInsertedEvent" -> place.set(CardPlace.INSIDE);
            case "CardReader.MediaRemovedEvent" -> place.set(CardPlace.NONE);
            default -> {
                // Nothing else says where the card is.
            }
        }
    }
}
