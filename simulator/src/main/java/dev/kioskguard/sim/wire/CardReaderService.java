package dev.kioskguard.sim.wire;

import dev.kioskguard.adapter.xfs4iot.message.CompletionCode;
import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.Call;
import dev.kioskguard.adapter.xfs4iot.service.device.CardReaderMessages;
import dev.kioskguard.adapter.xfs4iot.service.device.CardReaderMessages.Route;
import dev.kioskguard.device.CardReader.CardPlace;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.sim.terminal.CardSlot;
import dev.kioskguard.sim.terminal.CardSlot.Place;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.terminal.TerminalDevice;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The card slot as a {@code CardReader} with the {@code Storage} of its retain bin. */
final class CardReaderService extends TerminalService {

    private static final String CHIP_POWER = "CardReader.ChipPower";
    private static final int BIN_WARNING_CARDS = 40;

    private final CardSlot slot;
    private final CardReading reading;

    CardReaderService(Terminal terminal, Alarms alarms) {
        super(terminal, TerminalDevice.CARD_READER, alarms);
        this.slot = terminal.cardSlot();
        this.reading = new CardReading(slot);
    }

    @Override
    public String name() {
        return CardReaderMessages.SERVICE;
    }

    @Override
    public List<Offer> offers() {
        return CardReaderMessages.offers(
                CardReaderMessages.READ,
                CardReaderMessages.CHIP_IO,
                CHIP_POWER,
                CardReaderMessages.MOVE,
                CardReaderMessages.RESET);
    }

    @Override
    void watch() {
        slot.onPlace(place -> {
            changed("cardReader", this::fillReader);
            if (place == Place.RETURNED) {
                tell(CardReaderMessages.MEDIA_REMOVED, null);
            }
        });
    }

    @Override
    void letGo() {
        slot.stopAccepting();
    }

    @Override
    void carryOut(Call call) {
        try {
            switch (call.name()) {
                case CardReaderMessages.READ -> reading.read(call);
                case CardReaderMessages.CHIP_IO -> reading.exchange(call);
                case CHIP_POWER -> reading.power(call);
                case CardReaderMessages.MOVE -> move(call);
                case CardReaderMessages.RESET -> reset(call);
                case CardReaderMessages.GET_STORAGE -> call.succeed(storage(call.newPayload()));
                default -> call.fail(CompletionCode.UNSUPPORTED_COMMAND, "no such command here");
            }
        } catch (DeviceException e) {
            call.refuse(errorCode(e.fault()), e.fault().name());
        }
    }

    private static String errorCode(DeviceException.Fault fault) {
        return switch (fault) {
            case MEDIA_JAMMED -> "mediaJam";
            case NO_MEDIA -> "noMedia";
            default -> "full";
        };
    }

    private void move(Call call) {
        Route route = CardReaderMessages.route(call.payload(), place());
        if (!route.known()) {
            call.fail(CompletionCode.UNSUPPORTED_DATA, Route.UNKNOWN);
        } else if (slot.held().isPresent() && !route.fromHere()) {
            call.refuse("noMedia", "the card is not there");
        } else if (route.to().equals(CardReaderMessages.EXIT)) {
            slot.eject();
            call.succeed(null);
        } else if (route.to().equals(CardReaderMessages.BIN)) {
            slot.retain();
            call.succeed(null);
        } else {
            slot.takeBack();
            call.succeed(null);
        }
    }

    private void reset(Call call) {
        String to = call.payload().path("to").asString("auto");
        if (slot.isJammed()) {
            call.refuse("mediaJam", "the card is stuck");
        } else if (slot.held().isEmpty() || to.equals("currentPosition")) {
            call.succeed(null);
        } else if (!to.equals("retain")) {
            slot.eject();
            call.succeed(null);
        } else if (slot.isBinFull()) {
            call.refuse("retainBinFull", "the bin is full");
        } else {
            slot.retain();
            call.succeed(null);
        }
    }

    private ObjectNode storage(ObjectNode payload) {
        int cards = slot.binCards();
        ObjectNode bin = CardReaderMessages.putBin(payload).put("capacity", CardSlot.BIN_CARDS_MAX);
        ObjectNode card = bin.withObjectProperty("card");
        card.putObject("configuration").put("threshold", BIN_WARNING_CARDS);
        String replenishment = slot.isBinFull() ? "full" : cards >= BIN_WARNING_CARDS ? "high" : "ok";
        card.putObject("status")
                .put("initialCount", 0)
                .put("count", cards)
                .put("retainCount", cards)
                .put("replenishmentStatus", replenishment);
        return payload;
    }

    @Override
    protected void fillStatus(ObjectNode status) {
        fillReader(status.putObject("cardReader"));
    }

    private void fillReader(ObjectNode reader) {
        CardReaderMessages.putMedia(reader, place());
        reader.put("chipPower", reading.chipPower()).put("chipModule", "ok");
    }

    @Override
    protected void fillCapabilities(ObjectNode capabilities) {
        ObjectNode reader = CardReaderMessages.putCapabilities(capabilities).put("powerOnOption", "exit");
        reader.putObject("chipPower").put("cold", true).put("warm", true).put("off", true);
    }

    private CardPlace place() {
        if (slot.isJammed()) {
            return CardPlace.JAMMED;
        }
        return switch (slot.place()) {
            case INSIDE -> CardPlace.INSIDE;
            case AT_EXIT -> CardPlace.AT_EXIT;
            case NONE, RETURNED, RETAINED -> CardPlace.NONE;
        };
    }
}
