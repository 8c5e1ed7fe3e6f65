package dev.kioskguard.app.channel;

import dev.kioskguard.transfer.clearance.PublicKeys;
import dev.kioskguard.transfer.clearance.SignedToken;
import dev.kioskguard.transfer.clearance.TokenRefusedException;
import dev.kioskguard.web.desk.command.DeskCommand;
import dev.kioskguard.web.front.Replies;
import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.Problem;
import dev.kioskguard.web.http.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Where commands of desks elsewhere come in: only what a desk that is trusted here has signed, for this machine, in
 * time and once. From there on they go the way of the machine's own desk. Thread-safe.
 */
public final class CommandDoor {

    /** How far a desk's clock may be ahead. */
    static final Duration SKEW_MAX = Duration.ofSeconds(30);

    private static final int ANSWERS_MAX = 1_000;

    private final DeskCommand.Target here;
    private final Supplier<PublicKeys> desks;
    private final InstantSource wall;
    private final Inside inside;
    private final Instant opened;
    private final Map<String, First> first = new LinkedHashMap<>();

    /**
     * Opens the door: what was commanded before is of no use any more, as a restart ends what was under way.
     *
     * @param desks asked for each command, so that a desk that is taken off counts no more
     * @param wall the clock by which desks go too
     */
    public CommandDoor(String branch, String machine, Supplier<PublicKeys> desks, InstantSource wall, Inside inside) {
        this.here = new DeskCommand.Target(branch, machine, "");
        this.desks = desks;
        this.wall = wall;
        this.inside = inside;
        this.opened = wall.instant();
    }

    /** Takes a command, and returns what is to be answered; nobody whom no desk vouches for is answered. */
    public CompletionStage<Optional<String>> take(String token) {
        DeskCommand command;
        try {
            command = DeskCommand.read(token, desks.get());
        } catch (TokenRefusedException e) {
            return refused(
                    "command-" + e.reason().name().toLowerCase(Locale.ROOT),
                    "a command that no desk has signed that is trusted here");
        } catch (ProblemException e) {
            return refused("command-form", "a desk has signed what is no command");
        }
        if (!command.target().branch().equals(here.branch())
                || !command.target().machine().equals(here.machine())) {
            return refused("command-machine", "a command for another machine");
        }
        return inTime(command)
                .map(late -> refused("command-expired", late)
                        .thenApply(none -> Optional.of(text(command, false, "problem", expired(late)))))
                .orElseGet(() -> once(SignedToken.keyId(token), command));
    }

    private Optional<String> inTime(DeskCommand command) {
        Instant now = wall.instant();
        if (!now.isBefore(command.expires())
                || command.expires().isAfter(command.issued().plus(DeskCommand.LIFE_MAX))) {
            return Optional.of("a command whose time is over, or that claims too much of it");
        }
        if (command.issued().isAfter(now.plus(SKEW_MAX))) {
            return Optional.of("a command from the future: set the clocks of desk and machine");
        }
        return command.issued().isBefore(opened.minusSeconds(1))
                ? Optional.of("a command from before this machine has started")
                : Optional.empty();
    }

    private CompletionStage<Optional<String>> once(String key, DeskCommand command) {
        var answer = new CompletableFuture<String>();
        synchronized (first) {
            Instant now = wall.instant();
            first.values().removeIf(one -> !now.isBefore(one.expires()));
            First known = first.get(command.actionId());
            if (known != null) {
                inside.refusals().note("command-replayed", "a command that came before: it gets the first answer");
                return known.answer().thenApply(Optional::of);
            }
            if (first.size() >= ANSWERS_MAX) {
                return refused("command-flood", "more commands than staff could give");
            }
            first.put(command.actionId(), new First(answer, command.expires()));
        }
        // Known before it is done: what fails at once is forgotten again.
        return carriedOut(key, command).thenApply(text -> {
            answer.complete(text);
            return Optional.of(text);
        });
    }

    private CompletionStage<String> carriedOut(String key, DeskCommand command) {
        CompletionStage<Map<String, Object>> done;
        try {
            done = inside.deeds().act(key, command);
        } catch (ProblemException refused) {
            done = CompletableFuture.failedFuture(refused);
        }
        return done.thenApply(body -> text(command, true, "body", body)).exceptionally(thrown -> {
            Problem problem = Replies.trouble(thrown).problem();
            if (problem.status() >= 500) {
                forget(command); // nothing was done, so it may be tried again
            }
            return text(command, false, "problem", problem.members());
        });
    }

    private void forget(DeskCommand command) {
        synchronized (first) {
            first.remove(command.actionId());
        }
    }

    private CompletionStage<Optional<String>> refused(String kind, String detail) {
        inside.refusals().note(kind, detail);
        return CompletableFuture.completedFuture(Optional.empty());
    }

    private static Map<String, Object> expired(String detail) {
        return Problem.conflict("command-expired", detail).members();
    }

    private String text(DeskCommand command, boolean done, String part, Map<String, Object> outcome) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("messageId", here.machine() + "/" + command.actionId());
        answer.put("kind", "answer");
        answer.put("actionId", command.actionId());
        answer.put("ok", done);
        answer.put(part, outcome);
        return Json.text(answer);
    }

    /** What a command is carried out with. */
    public record Inside(CommandDeeds deeds, Refusals refusals) {}

    private record First(CompletionStage<String> answer, Instant expires) {}
}
