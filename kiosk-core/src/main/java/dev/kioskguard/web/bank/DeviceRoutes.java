package dev.kioskguard.web.bank;

import dev.kioskguard.device.PinBlock;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Base64;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** {@code /api/sessions/{id}} where the guard owns the devices: PIN block, card and chip. */
public final class DeviceRoutes {

    private static final int KEY_NAME_LENGTH_MAX = 120;
    private static final int APDU_TEXT_MAX = 1_024;
    private static final Map<String, PinBlock.Format> FORMATS =
            Map.of("iso-0", PinBlock.Format.ISO_0, "iso-4", PinBlock.Format.ISO_4);

    private final GuardRunner guard;
    private final TerminalDevices devices;
    private final boolean hosted;
    private final BooleanSupplier cardTrack;

    /** Makes the routes; {@code cardTrack} says each time whether the application may read the card's track. */
    public DeviceRoutes(GuardRunner guard, TerminalDevices devices, boolean hosted, BooleanSupplier cardTrack) {
        this.guard = guard;
        this.devices = devices;
        this.hosted = hosted;
        this.cardTrack = cardTrack;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/api/sessions/{id}/pin-block", this::pinBlock);
        routes.post("/api/sessions/{id}/card", this::moveCard);
        routes.get("/api/sessions/{id}/card", this::card);
        routes.post("/api/sessions/{id}/chip", this::chip);
    }

    private void pinBlock(Context ctx) {
        hostedOnly();
        Fields fields = Fields.of(ctx);
        PinBlock.Format format = fields.choice("format", FORMATS);
        String key = fields.text("key", 1, KEY_NAME_LENGTH_MAX);
        String account = fields.text("account", 12, 19);
        fields.done();
        Visits.open(ctx, guard);
        ctx.future(() -> Visits.answered(devices.pinBlock(format, key, account)
                .thenAccept(block -> Json.answer(
                        ctx,
                        200,
                        Map.of(
                                "pinBlock",
                                block.hex(),
                                "format",
                                format == PinBlock.Format.ISO_0 ? "iso-0" : "iso-4")))));
    }

    private void moveCard(Context ctx) {
        hostedOnly();
        Fields fields = Fields.of(ctx);
        boolean back = fields.choice("action", Map.of("return", true, "retain", false));
        fields.done();
        Visits.open(ctx, guard);
        ctx.future(() -> Visits.answered((back ? devices.returnCard() : devices.retainCard())
                .thenAccept(moved -> Json.answer(ctx, 200, Map.of("card", back ? "at-exit" : "retained")))));
    }

    private void card(Context ctx) {
        hostedOnly();
        if (!cardTrack.getAsBoolean()) {
            throw Problem.forbidden("track data is not given out here; if the host cannot do without it, the bank sets"
                            + " application.card-track: true in kiosk.yaml, which counts at once")
                    .asException();
        }
        Visits.open(ctx, guard);
        var read = devices.card()
                .orElseThrow(() ->
                        Problem.conflict("no-card", "no card is in the reader").asException());
        Json.answer(ctx, 200, Map.of("track2", read.track2()));
    }

    private void chip(Context ctx) {
        hostedOnly();
        Fields fields = Fields.of(ctx);
        byte[] command;
        try {
            command = Base64.getDecoder().decode(fields.text("apdu", 4, APDU_TEXT_MAX));
        } catch (IllegalArgumentException wrong) {
            throw Problem.unprocessable("apdu must be a command in base64 (ISO 7816-4)")
                    .asException();
        }
        fields.done();
        Visits.open(ctx, guard);
        ctx.future(() -> Visits.answered(devices.chip(command)
                .thenAccept(answer ->
                        Json.answer(ctx, 200, Map.of("apdu", Base64.getEncoder().encodeToString(answer))))));
    }

    private void hostedOnly() {
        if (!hosted) {
            throw Problem.conflict("beside", "the application owns the devices here (ownership: beside)")
                    .asException();
        }
    }
}
