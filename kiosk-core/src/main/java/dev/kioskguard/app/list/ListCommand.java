package dev.kioskguard.app.list;

import picocli.CommandLine.Command;

/** The verb {@code list}, for whoever issues the list of suspect payees; no terminal needs it. */
@Command(
        name = "list",
        description = "Makes the signed list of suspect payees.",
        subcommands = {ListSign.class})
public final class ListCommand {}
