package dev.kioskguard.app.journal;

import picocli.CommandLine.Command;

/** The verb {@code journal}, whose own verbs each look at one journal file and change nothing. */
@Command(
        name = "journal",
        description = "Reads a journal (DATA/journal.db).",
        subcommands = {JournalShow.class, JournalVerify.class, JournalReplay.class})
public final class JournalCommand {}
