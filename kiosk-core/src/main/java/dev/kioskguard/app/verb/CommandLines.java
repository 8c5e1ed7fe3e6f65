package dev.kioskguard.app.verb;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The manners that all verbs share: {@code --help} on each, exit code 0 only when it did what was asked, 1 when it
 * failed, 2 when it was asked wrongly; results on standard output, everything else on standard error.
 */
public final class CommandLines {
    private CommandLines() {}

    /** The command line whose verbs are the subcommands of {@code top}, an object annotated for picocli. */
    public static CommandLine of(Object top) {
        var line = new CommandLine(top);
        offerHelp(line.getCommandSpec());
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("kiosk: " + inOneLine(failure));
                    return command.getCommandSpec().exitCodeOnExecutionException();
                });
    }

    private static void offerHelp(CommandSpec command) {
        command.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("tells this and does nothing else")
                .build());
        command.subcommands().values().forEach(verb -> offerHelp(verb.getCommandSpec()));
    }

    /** What went wrong and, after it, what brought it about: a terminal's engineer needs the last of these most. */
    private static String inOneLine(Throwable failure) {
        var told = new StringBuilder();
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            if (told.indexOf(message) < 0) {
                told.append(told.isEmpty() ? "" : ": ").append(message);
            }
        }
        return told.toString();
    }
}
