package dev.kioskguard.sim.app;

import dev.kioskguard.app.verb.CommandLines;
import picocli.CommandLine.Command;

/** The command line of the terminal in software: each verb is a subcommand with a class of its own. */
@Command(
        name = "kiosk",
        description = "A terminal, a bank and its customers in software, for the real guard.",
        subcommands = {
            SimulateCommand.class,
            TerminalCommand.class,
            StoryCommand.class,
            LookCommand.class,
            BenchCommand.class,
            FleetCommand.class
        })
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(CommandLines.of(new Main()).execute(args));
    }
}
