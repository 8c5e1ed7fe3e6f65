package dev.kioskguard.adapter.xfs4iot.service;

import dev.kioskguard.adapter.xfs4iot.message.CompletionCode;
import dev.kioskguard.adapter.xfs4iot.message.Message;
import dev.kioskguard.adapter.xfs4iot.message.Message.Outcome;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A command from its acknowledge to its completion. */
final class PendingCommand implements Call {

    private final Client client;
    private final Message.Command command;
    private final Replies replies;
    private final Consumer<PendingCommand> afterEnd;
    private final AtomicBoolean over = new AtomicBoolean();
    private @Nullable Runnable release;
    private boolean stopped;
    private Alarms.@Nullable Alarm timeOut;

    /**
     * A command that waits for its turn.
     *
     * @param afterEnd run once, when the completion has been sent
     */
    PendingCommand(Client client, Message.Command command, Replies replies, Consumer<PendingCommand> afterEnd) {
        this.client = client;
        this.command = command;
        this.replies = replies;
        this.afterEnd = afterEnd;
    }

    int requestId() {
        return command.requestId();
    }

    boolean isOver() {
        return over.get();
    }

    /** Lets the time of the header run from now on; zero is no limit. */
    void limitTime(Alarms alarms) {
        if (!command.timeout().isZero()) {
            Alarms.Alarm alarm =
                    alarms.in(command.timeout(), () -> stop(CompletionCode.TIME_OUT, "not done within the time given"));
            synchronized (this) {
                timeOut = alarm;
            }
        }
    }

    /** Ends the command from outside, after the device has let go. Harmless when it is over. */
    void stop(CompletionCode code, String description) {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        Runnable letGo;
        synchronized (this) {
            stopped = true;
            letGo = release;
        }
        if (letGo != null) {
            letGo.run();
        }
        answer(new Outcome(code, description), null);
    }

    private void end(Outcome outcome, @Nullable ObjectNode payload) {
        if (over.compareAndSet(false, true)) {
            answer(outcome, payload);
        }
    }

    private void answer(Outcome outcome, @Nullable ObjectNode payload) {
        Alarms.Alarm alarm;
        synchronized (this) {
            alarm = timeOut;
        }
        if (alarm != null) {
            alarm.cancel();
        }
        client.forget(this);
        client.send(replies.completion(command, outcome, payload));
        afterEnd.accept(this);
    }

    @Override
    public String name() {
        return command.name();
    }

    @Override
    public ObjectNode payload() {
        ObjectNode payload = command.payload();
        return payload == null ? replies.newPayload() : payload;
    }

    @Override
    public Duration timeout() {
        return command.timeout();
    }

    @Override
    public ObjectNode newPayload() {
        return replies.newPayload();
    }

    @Override
    public void event(String name, @Nullable ObjectNode payload) {
        if (!over.get()) {
            client.send(replies.event(command, name, payload));
        }
    }

    @Override
    public void succeed(@Nullable ObjectNode payload) {
        end(Outcome.SUCCESS, payload);
    }

    @Override
    public void fail(CompletionCode code, String description) {
        end(new Outcome(code, description), null);
    }

    @Override
    public void refuse(String errorCode, String description) {
        ObjectNode payload = replies.newPayload().put("errorCode", errorCode);
        end(new Outcome(CompletionCode.COMMAND_ERROR_CODE, description), payload);
    }

    @Override
    public void onStop(Runnable release) {
        boolean late;
        synchronized (this) {
            this.release = release;
            late = stopped;
        }
        if (late) {
            release.run();
        }
    }
}
