package dev.kioskguard.adapter.xfs4iot.bridge;

import dev.kioskguard.adapter.xfs4iot.service.Call;
import dev.kioskguard.adapter.xfs4iot.service.device.CameraMessages;
import dev.kioskguard.device.Camera;
import dev.kioskguard.device.DeviceStatus.State;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/** A camera that takes single pictures. A picture goes to its caller and is not kept. */
final class CameraService extends PortService {

    private final Camera port;
    private final AtomicInteger pictures = new AtomicInteger();

    CameraService(Camera port, Answers answers) {
        super(CameraMessages.SERVICE, answers, List.of(port));
        this.port = port;
    }

    @Override
    public List<Offer> offers() {
        return CameraMessages.offers();
    }

    @Override
    void listen() {
        // A camera tells nothing but how it is.
    }

    @Override
    void stateChanged() {
        changed("camera", camera -> CameraMessages.putWorks(camera, works()));
    }

    private boolean works() {
        return deviceState() == State.ONLINE;
    }

    @Override
    CompletionStage<?> carryOut(Call call) {
        return switch (call.name()) {
            case CameraMessages.TAKE_PICTURE -> takePicture(call);
            case CameraMessages.RESET -> succeeded(call);
            default -> unsupported(call, "no such command here");
        };
    }

    private CompletionStage<?> takePicture(Call call) {
        CameraMessages.requirePerson(call.payload());
        return answered(call, port.takePicture(within(call, WORK_MAX)), picture -> {
            int taken = pictures.incrementAndGet();
            changed("camera", camera -> CameraMessages.putPictures(camera, taken));
            return CameraMessages.putPicture(call.newPayload(), picture);
        });
    }

    @Override
    protected void fillStatus(ObjectNode status) {
        CameraMessages.putStatus(status, works(), false, pictures.get());
    }

    @Override
    protected void fillCapabilities(ObjectNode capabilities) {
        CameraMessages.putCapabilities(capabilities);
    }
}
