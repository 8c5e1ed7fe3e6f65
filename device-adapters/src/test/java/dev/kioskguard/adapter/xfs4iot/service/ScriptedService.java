package dev.kioskguard.adapter.xfs4iot.service;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A card reader that leaves commands with the test, but for a reset, which succeeds, and chip power, which throws. */
final class ScriptedService implements DeviceService {

    private static final int SECONDS_MAX = 20;

    private final JsonMapper json = JsonMapper.builder().build();
    private final BlockingQueue<Call> begun = new LinkedBlockingQueue<>();
    final List<String> released = new CopyOnWriteArrayList<>();
    volatile Link link;

    @Override
    public String name() {
        return "CardReader";
    }

    @Override
    public List<Offer> offers() {
        return List.of(new Offer(
                "cardReader",
                List.of("CardReader.ReadRawData", "CardReader.Move", "CardReader.Reset", "CardReader.ChipPower"),
                List.of("CardReader.InsertCardEvent", "CardReader.MediaRemovedEvent")));
    }

    @Override
    public ObjectNode status() {
        ObjectNode status = json.createObjectNode();
        status.putObject("common").put("device", "online");
        return status;
    }

    @Override
    public ObjectNode capabilities() {
        ObjectNode capabilities = json.createObjectNode();
        capabilities.putObject("common").put("serviceVersion", "1.0");
        return capabilities;
    }

    @Override
    public void attach(Link link) {
        this.link = link;
    }

    @Override
    public void execute(Call call) {
        switch (call.name()) {
            case "CardReader.Reset" -> call.succeed(null);
            case "CardReader.ChipPower" -> throw new IllegalStateException("out of order");
            default -> {
                call.onStop(() -> released.add(call.name()));
                begun.add(call);
            }
        }
    }

    /** Waits for the next command to begin. */
    Call begun() throws InterruptedException {
        Call call = begun.poll(SECONDS_MAX, TimeUnit.SECONDS);
        if (call == null) {
            throw new AssertionError("no command began");
        }
        return call;
    }

    boolean isIdle() {
        return begun.isEmpty();
    }
}
