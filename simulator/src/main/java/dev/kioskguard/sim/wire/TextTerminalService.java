package dev.kioskguard.sim.wire;

import dev.kioskguard.adapter.xfs4iot.message.CompletionCode;
import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.Call;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.terminal.TerminalDevice;
import dev.kioskguard.sim.terminal.TextDisplay;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The operator's text display. It has no keyboard of its own. */
final class TextTerminalService extends TerminalService {

    private final TextDisplay display;

    TextTerminalService(Terminal terminal, Alarms alarms) {
        super(terminal, TerminalDevice.TEXT_TERMINAL, alarms);
        this.display = terminal.display();
    }

    @Override
    public String name() {
        return TerminalServices.TEXT_TERMINAL;
    }

    @Override
    public List<Offer> offers() {
        return List.of(new Offer(
                "textTerminal",
                List.of("TextTerminal.Write", "TextTerminal.ClearScreen", "TextTerminal.Beep", "TextTerminal.Reset"),
                List.of()));
    }

    @Override
    void watch() {
        // Only commands change the display, and its text is no status.
    }

    @Override
    void carryOut(Call call) {
        switch (call.name()) {
            case "TextTerminal.Write" -> write(call.payload());
            case "TextTerminal.ClearScreen" -> clear(call.payload().path("screen"));
            case "TextTerminal.Beep" -> display.beep();
            case "TextTerminal.Reset" -> display.clear(0, 0, TextDisplay.COLUMNS, TextDisplay.ROWS);
            default -> {
                call.fail(CompletionCode.UNSUPPORTED_COMMAND, "no such command here");
                return;
            }
        }
        call.succeed(null);
    }

    private void write(JsonNode wanted) {
        display.write(
                wanted.path("mode").asString("absolute").equals("relative"),
                wanted.path("posX").asInt(0),
                wanted.path("posY").asInt(0),
                wanted.path("text").asString(""));
    }

    private void clear(JsonNode screen) {
        display.clear(
                screen.path("positionX").asInt(0),
                screen.path("positionY").asInt(0),
                screen.path("width").asInt(TextDisplay.COLUMNS),
                screen.path("height").asInt(TextDisplay.ROWS));
    }

    @Override
    protected void fillStatus(ObjectNode status) {
        status.putObject("textTerminal")
                .put("keyboard", "off")
                .put("displaySizeX", TextDisplay.COLUMNS)
                .put("displaySizeY", TextDisplay.ROWS);
    }

    @Override
    protected void fillCapabilities(ObjectNode capabilities) {
        ObjectNode part = capabilities.putObject("textTerminal").put("type", "fixed");
        part.putArray("resolutions")
                .addObject()
                .put("sizeX", TextDisplay.COLUMNS)
                .put("sizeY", TextDisplay.ROWS);
        part.put("keyLock", false).put("cursor", false).put("forms", false);
    }
}
