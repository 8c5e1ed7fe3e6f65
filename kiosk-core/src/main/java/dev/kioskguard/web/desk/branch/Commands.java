package dev.kioskguard.web.desk.branch;

import dev.kioskguard.audit.Entry;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.Turns;
import dev.kioskguard.transfer.clearance.SigningKey;
import dev.kioskguard.web.desk.command.DeskCommand;
import dev.kioskguard.web.front.Replies;
import dev.kioskguard.web.http.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Commands on their way to machines: each a line of the desk's journal first, then signed and said, then answered, in
 * time or not at all. Thread-safe.
 */
public final class Commands {

    /** The kind of the journal's lines about commands and their answers. */
    public static final String KIND = "Command";

    /** How long a command usually counts. */
    public static final Duration LIFE = Duration.ofSeconds(15);

    private static final int WAITING_MAX = 200;

    private final Signed signed;
    private final Turns turns;
    private final Journal journal;
    private final BiFunction<String, String, CompletionStage<Void>> way;
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();

    /** Makes them; {@code way} says a token to the machine of a name, and fails where it cannot. */
    public Commands(
            Signed signed, Turns turns, Journal journal, BiFunction<String, String, CompletionStage<Void>> way) {
        this.signed = signed;
        this.turns = turns;
        this.journal = journal;
        this.way = way;
    }

    /**
     * Gives a command.
     *
     * @return what the machine answers; fails with the refusal of the machine, or with 503 and 504 where none came
     */
    CompletionStage<Map<String, Object>> give(Order order) {
        var answer = new CompletableFuture<Map<String, Object>>();
        if (waiting.size() >= WAITING_MAX) {
            return CompletableFuture.failedFuture(Problem.tooMany("too many commands wait for answers; wait a moment")
                    .asException());
        }
        if (waiting.putIfAbsent(order.actionId(), new Waiting(order, answer)) != null) {
            return CompletableFuture.failedFuture(
                    Problem.conflict("command-under-way", "this command is on its way already; wait for its answer")
                            .asException());
        }
        CompletableFuture<Instant> written = new CompletableFuture<>();
        return turns.between(at -> {
                    journal.append(line(at, order, "given", null));
                    written.complete(at);
                })
                .thenCompose(done -> written)
                .thenCompose(at -> way.apply(order.target().machine(), signed.token(order, at))
                        .exceptionally(failed -> {
                            throw noLine();
                        }))
                .thenCompose(said -> answer)
                .toCompletableFuture()
                .copy()
                .orTimeout(signed.life.toMillis(), TimeUnit.MILLISECONDS)
                .handle((body, failed) -> ended(order, body, failed));
    }

    private Map<String, Object> ended(Order order, @Nullable Map<String, Object> body, @Nullable Throwable failed) {
        waiting.remove(order.actionId());
        Problem problem = body != null ? null : problem(failed);
        String outcome = problem == null ? "done" : problem.code();
        var unused = turns.between(at -> journal.append(line(at, order, "answered", outcome)));
        if (problem != null || body == null) {
            throw (problem == null ? Problem.internal() : problem).asException();
        }
        return body;
    }

    private Problem problem(@Nullable Throwable failed) {
        if (failed instanceof TimeoutException) {
            return new Problem(
                    504,
                    "no-answer",
                    "the machine has not answered within " + signed.life.toSeconds()
                            + " s; its page shows whether it was done: look, go there, or try again");
        }
        return failed == null ? Problem.internal() : Replies.trouble(failed).problem();
    }

    private static RuntimeException noLine() {
        return Problem.unavailable("line-down", "there is no line to the machines, so nothing was said; go there")
                .asException();
    }

    /**
     * Takes what a machine has told; of answers that nobody waits for nothing is wanted.
     *
     * @throws dev.kioskguard.web.http.ProblemException if it is no event, or no answer to what was asked
     */
    public void heard(String machine, String text) {
        Answer told = Answer.read(text);
        Waiting known = told == null ? null : waiting.get(told.actionId());
        if (told == null || known == null || !known.order.target().machine().equals(machine)) {
            return;
        }
        if (told.refusal() == null) {
            known.answer.complete(told.body(known.order.does()));
        } else {
            known.answer.completeExceptionally(told.refusal().asException());
        }
    }

    private static Entry line(Instant at, Order order, String what, @Nullable String outcome) {
        ObjectNode open = JsonNodeFactory.instance
                .objectNode()
                .put("what", what)
                .put("actionId", order.actionId())
                .put("does", order.does().word())
                .put("staff", order.staff())
                .put("machine", order.target().machine())
                .put("page", order.target().page());
        if (outcome != null) {
            open.put("outcome", outcome);
        }
        return new Entry(at, KIND, null, open, null);
    }

    /**
     * Whose key signs, and for which branch.
     *
     * @param life how long a command counts, and how long its answer is waited for; whole seconds for the machine
     */
    public record Signed(String branch, SigningKey key, Duration life) {

        private String token(Order order, Instant now) {
            Instant issued = Instant.ofEpochSecond(now.getEpochSecond());
            return new DeskCommand(
                            order.actionId(),
                            new DeskCommand.Target(
                                    branch,
                                    order.target().machine(),
                                    order.target().page()),
                            order.does(),
                            order.staff(),
                            order.code(),
                            order.reason(),
                            order.closure(),
                            issued,
                            issued.plus(life))
                    .sign(key);
        }
    }

    private record Waiting(Order order, CompletableFuture<Map<String, Object>> answer) {}
}
