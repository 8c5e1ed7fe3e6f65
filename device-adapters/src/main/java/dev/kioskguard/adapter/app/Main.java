package dev.kioskguard.adapter.app;

import dev.kioskguard.adapter.app.bridge.HostCommand;
import dev.kioskguard.adapter.app.bridge.XfsBridgeCommand;
import dev.kioskguard.app.verb.CommandLines;
import picocli.CommandLine.Command;

/** The command line of the adapters: each verb is a subcommand with a class of its own. */
@Command(
        name = "kiosk",
        description = "What the adapters do without a guard.",
        subcommands = {LayoutCommand.class, XfsBridgeCommand.class, HostCommand.class})
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(CommandLines.of(new Main()).execute(args));
    }
}
