package dev.kioskguard.app.content;

import picocli.CommandLine.Command;

/** The verb {@code content}: from a folder of words to what a terminal says. */
@Command(
        name = "content",
        description = "Checks, signs, installs and shows content packs.",
        subcommands = {ContentCheck.class, ContentKey.class, ContentSign.class, ContentInstall.class, ContentShow.class
        })
public final class ContentCommand {}
