package dev.kioskguard.adapter.jxfs;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hears everything that a control tells, in order. */
final class Ears implements ControlListener {

    final List<OperationComplete> completed = new CopyOnWriteArrayList<>();
    final List<Intermediate> onTheWay = new CopyOnWriteArrayList<>();
    final List<StatusChange> statuses = new CopyOnWriteArrayList<>();

    /** Listens to a control. */
    static Ears of(DeviceControl control) {
        var ears = new Ears();
        control.addListener(ears);
        return ears;
    }

    /** Waits for the end of an operation. */
    OperationComplete end(int identificationId) {
        await().until(() -> completed.stream().anyMatch(event -> event.identificationId() == identificationId));
        return completed.stream()
                .filter(event -> event.identificationId() == identificationId)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void operationCompleteOccurred(OperationComplete event) {
        completed.add(event);
    }

    @Override
    public void intermediateOccurred(Intermediate event) {
        onTheWay.add(event);
    }

    @Override
    public void statusOccurred(StatusChange event) {
        statuses.add(event);
    }
}
