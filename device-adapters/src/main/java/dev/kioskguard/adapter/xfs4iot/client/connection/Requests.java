package dev.kioskguard.adapter.xfs4iot.client.connection;

import dev.kioskguard.adapter.xfs4iot.catalog.Problem;
import dev.kioskguard.adapter.xfs4iot.message.AcknowledgeStatus;
import dev.kioskguard.adapter.xfs4iot.message.Message;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The commands of one connection, from being sent to their ends. Confined to the loop. */
final class Requests {

    /** More commands than this at once mean that a service answers nothing. */
    static final int PENDING_MAX = 32;

    private static final int GIVEN_UP_MAX = 64;

    private final Environment environment;
    private final Consumer<Message.Command> wire;
    private final Map<Integer, Request> pending = new LinkedHashMap<>();

    /** Commands that nobody waits for any more, though the service may still be at work on them. */
    private final Set<Integer> givenUp = new LinkedHashSet<>();

    private Optional<String> cancelVersion = Optional.empty();
    private int lastRequestId;

    Requests(Environment environment, Consumer<Message.Command> wire) {
        this.environment = environment;
        this.wire = wire;
    }

    void cancelsWith(Optional<String> version) {
        cancelVersion = version;
    }

    boolean isQuiet() {
        return pending.isEmpty() && givenUp.isEmpty();
    }

    /** Returns the next request's number. The standard asks for rising ones from 1. */
    int nextId() {
        return ++lastRequestId;
    }

    void send(Request request) {
        if (pending.size() >= PENDING_MAX) {
            request.fail(Fault.BUSY, "%d commands are unanswered".formatted(PENDING_MAX));
            return;
        }
        pending.put(request.id(), request);
        request.timer(environment.later(
                environment.timings().acknowledge(),
                () -> giveUp(request, Fault.TIMEOUT, "the service did not acknowledge it")));
        wire.accept(request.command());
    }

    /** Asks the service to stop a command, which then ends as canceled, here at the latest after the grace. */
    void cancel(Request request) {
        if (!pending.containsKey(request.id())) {
            return;
        }
        if (cancelVersion.isEmpty()) {
            giveUp(request, Fault.CANCELED, "the service cannot cancel");
            return;
        }
        request.acknowledge();
        request.timer(environment.later(
                environment.timings().grace(),
                () -> giveUp(request, Fault.CANCELED, "the service did not cancel in time")));
        sendCancel(request.id()).done().exceptionally(failure -> {
            giveUp(request, Fault.CANCELED, "the service would not cancel");
            return null;
        });
    }

    /** Fails every command as canceled, and tells the service, whose answers are then still waited for. */
    void cancelAll() {
        new ArrayList<>(pending.values()).forEach(request -> {
            if (cancelVersion.isPresent()) {
                sendCancel(request.id());
            }
            request.fail(Fault.CANCELED, "closed");
        });
    }

    private Request sendCancel(int requestId) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.putArray("requestIds").add(requestId);
        Request cancel = new Request(
                new Message.Command("Common.Cancel", cancelVersion.orElseThrow(), nextId(), Duration.ZERO, payload),
                event -> {});
        send(cancel);
        return cancel;
    }

    void acknowledged(Message.Acknowledge acknowledge) {
        Request request = pending.get(acknowledge.requestId());
        if (request == null) {
            // It works on a command that nobody waits for any more, such as taking a card in.
            if (givenUp.contains(acknowledge.requestId()) && cancelVersion.isPresent()) {
                sendCancel(acknowledge.requestId());
            }
        } else if (acknowledge.status() == AcknowledgeStatus.OK) {
            atWork(request);
        } else {
            pending.remove(request.id());
            request.fail(Faults.of(acknowledge));
        }
    }

    void happened(Message.Event event) {
        Request request = pending.get(event.requestId());
        if (request != null) {
            atWork(request);
            request.happened(event);
        }
    }

    /** From the first sign of life on, a command has its own time-out and the grace. */
    private void atWork(Request request) {
        if (request.isAcknowledged() || request.done().isDone()) {
            return;
        }
        request.acknowledge();
        Duration own = request.command().timeout();
        Duration whole = (own.isZero() ? environment.timings().acknowledge() : own)
                .plus(environment.timings().grace());
        request.timer(environment.later(whole, () -> {
            giveUp(request, Fault.TIMEOUT, "the service did not complete it in " + whole);
            if (cancelVersion.isPresent()) {
                sendCancel(request.id());
            }
        }));
    }

    void completed(Message.Completion completion, List<Problem> problems) {
        Request request = pending.remove(completion.requestId());
        givenUp.remove(completion.requestId());
        if (request != null && problems.isEmpty()) {
            request.complete(completion);
        } else if (request != null) {
            request.fail(Fault.OTHER, "its answer is not as the standard says: " + problems.get(0));
        }
    }

    /** Fails a command whose answer cannot be read. */
    void garbled(int requestId, String why) {
        Request request = pending.remove(requestId);
        if (request != null) {
            request.fail(Fault.OTHER, "its answer is no message: " + why);
        }
    }

    void lost(String why) {
        List<Request> lost = new ArrayList<>(pending.values());
        pending.clear();
        givenUp.clear();
        lost.forEach(request -> request.fail(Fault.CONNECTION_LOST, why));
    }

    private void giveUp(Request request, DeviceException.Fault fault, String detail) {
        if (pending.remove(request.id()) == null) {
            return;
        }
        if (givenUp.size() >= GIVEN_UP_MAX) {
            givenUp.remove(givenUp.iterator().next());
        }
        givenUp.add(request.id());
        request.fail(fault, detail);
    }
}
