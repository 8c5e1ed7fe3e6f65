package dev.kioskguard.adapter.xfs4iot.bridge;

import dev.kioskguard.adapter.xfs4iot.service.Call;
import dev.kioskguard.adapter.xfs4iot.service.device.CardReaderMessages;
import dev.kioskguard.adapter.xfs4iot.service.device.CardReaderMessages.Route;
import dev.kioskguard.device.CardData;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.CardReader.CardPlace;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A card reader as {@code CardReader}, with one unit of {@code Storage}: its retain bin. */
final class CardReaderService extends PortService {

    private final CardReader port;
    private final AtomicInteger retained = new AtomicInteger();
    private volatile CardPlace place;
    private volatile boolean retaining;
    private volatile @Nullable Call reading;

    CardReaderService(CardReader port, Answers answers) {
        super(CardReaderMessages.SERVICE, answers, List.of(port));
        this.port = port;
        this.place = port.place();
    }

    @Override
    public List<Offer> offers() {
        return CardReaderMessages.offers(
                CardReaderMessages.READ, CardReaderMessages.CHIP_IO, CardReaderMessages.MOVE, CardReaderMessages.RESET);
    }

    @Override
    void listen() {
        port.onPlace(this::moved);
        place = port.place();
    }

    private void moved(CardPlace now) {
        CardPlace before = place;
        place = now;
        changed("cardReader", reader -> CardReaderMessages.putMedia(reader, now));
        Call waiting = reading;
        if (now == CardPlace.INSIDE && waiting != null) {
            waiting.event(CardReaderMessages.MEDIA_INSERTED, null);
        } else if (now == CardPlace.NONE && before == CardPlace.AT_EXIT && !retaining) {
            tell(CardReaderMessages.MEDIA_REMOVED, null);
        }
    }

    @Override
    void letGo() {
        port.cancelAccept();
    }

    @Override
    CompletionStage<?> carryOut(Call call) {
        return switch (call.name()) {
            case CardReaderMessages.READ -> read(call);
            case CardReaderMessages.CHIP_IO -> exchange(call);
            case CardReaderMessages.MOVE -> move(call);
            case CardReaderMessages.RESET -> reset(call);
            case CardReaderMessages.GET_STORAGE -> storage(call);
            default -> unsupported(call, "no such command here");
        };
    }

    private CompletionStage<?> read(Call call) {
        if (place != CardPlace.INSIDE) {
            call.event(CardReaderMessages.INSERT_CARD, null);
            reading = call;
        }
        CompletionStage<CardData> card =
                port.accept(within(call, WAIT_MAX)).whenComplete((read, failure) -> reading = null);
        return answered(call, card, read -> contents(call, read));
    }

    private static ObjectNode contents(Call call, CardData card) {
        ObjectNode payload = call.newPayload();
        CardReaderMessages.putTracks(payload, call.payload(), card.track2());
        if (call.payload().path("chip").asBoolean(false)) {
            // The port wakes the chip where there is one; what it answers to the reset stays with the driver.
            payload.putArray("chip").addObject().put("status", "dataSourceNotSupported");
        }
        return payload;
    }

    private CompletionStage<?> exchange(Call call) {
        String protocol = call.payload().path("chipProtocol").asString("");
        byte[] command =
                Base64.getDecoder().decode(call.payload().path("chipData").asString(""));
        return answered(
                call,
                port.chip(command, within(call, WORK_MAX)),
                answer -> call.newPayload()
                        .put("chipProtocol", protocol)
                        .put("chipData", Base64.getEncoder().encodeToString(answer)));
    }

    private CompletionStage<?> move(Call call) {
        Route route = CardReaderMessages.route(call.payload(), place);
        boolean held = place == CardPlace.INSIDE || place == CardPlace.AT_EXIT;
        if (!route.known() || route.to().equals(CardReaderMessages.TRANSPORT)) {
            return unsupported(call, Route.UNKNOWN);
        }
        if (held && !route.fromHere()) {
            call.refuse("noMedia", "the card is not there");
            return nothing();
        }
        return route.to().equals(CardReaderMessages.EXIT) ? eject(call) : retain(call);
    }

    private CompletionStage<?> reset(Call call) {
        String to = call.payload().path("to").asString("auto");
        if (place == CardPlace.NONE || to.equals("currentPosition")) {
            return succeeded(call);
        }
        return to.equals("retain") ? retain(call) : eject(call);
    }

    private CompletionStage<?> eject(Call call) {
        return answered(call, port.eject(within(call, WORK_MAX)), done -> null);
    }

    private CompletionStage<?> retain(Call call) {
        retaining = true;
        CompletionStage<?> end = port.retain(within(call, WORK_MAX)).whenComplete((done, failure) -> {
            retaining = false;
            if (failure == null) {
                retained.incrementAndGet();
            }
        });
        return answered(call, end, done -> null);
    }

    /** Of the bin it is known how many cards went in since the bridge began, and no more. */
    private CompletionStage<?> storage(Call call) {
        ObjectNode payload = call.newPayload();
        CardReaderMessages.putBin(payload)
                .withObjectProperty("card")
                .putObject("status")
                .put("retainCount", retained.get());
        call.succeed(payload);
        return nothing();
    }

    @Override
    protected void fillStatus(ObjectNode status) {
        CardReaderMessages.putMedia(status.putObject("cardReader"), place);
    }

    @Override
    protected void fillCapabilities(ObjectNode capabilities) {
        CardReaderMessages.putCapabilities(capabilities);
    }
}
