package dev.kioskguard.app;

import dev.kioskguard.app.branch.BranchDeskCommand;
import dev.kioskguard.app.content.ContentCommand;
import dev.kioskguard.app.doctor.DoctorCommand;
import dev.kioskguard.app.journal.JournalCommand;
import dev.kioskguard.app.list.ListCommand;
import dev.kioskguard.app.verb.CommandLines;
import picocli.CommandLine.Command;

/** The command line of a terminal in production: each verb is a subcommand with a class of its own. */
@Command(
        name = "kiosk",
        description = "Stands between a customer who has been talked into a transfer and the transfer.",
        subcommands = {
            RunCommand.class,
            BranchDeskCommand.class,
            JournalCommand.class,
            ContentCommand.class,
            ListCommand.class,
            DoctorCommand.class
        })
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(CommandLines.of(new Main()).execute(args));
    }
}
