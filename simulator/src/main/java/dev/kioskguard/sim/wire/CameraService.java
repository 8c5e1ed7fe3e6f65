package dev.kioskguard.sim.wire;

import dev.kioskguard.adapter.xfs4iot.message.CompletionCode;
import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.Call;
import dev.kioskguard.adapter.xfs4iot.service.device.CameraMessages;
import dev.kioskguard.adapter.xfs4iot.service.device.CommandRefusal;
import dev.kioskguard.sim.terminal.Eye;
import dev.kioskguard.sim.terminal.Fault;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.terminal.TerminalDevice;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The camera over the screen, the standard's {@code person}. A picture goes to its caller and is not kept. */
final class CameraService extends TerminalService {

    private final Eye eye;

    CameraService(Terminal terminal, Alarms alarms) {
        super(terminal, TerminalDevice.CAMERA, alarms);
        this.eye = terminal.eye();
    }

    @Override
    public String name() {
        return CameraMessages.SERVICE;
    }

    @Override
    public List<Offer> offers() {
        return CameraMessages.offers();
    }

    @Override
    void watch() {
        // Pictures are counted where they are taken.
    }

    @Override
    void carryOut(Call call) {
        try {
            switch (call.name()) {
                case CameraMessages.TAKE_PICTURE -> takePicture(call);
                case CameraMessages.RESET -> call.succeed(null);
                default -> call.fail(CompletionCode.UNSUPPORTED_COMMAND, "no such command here");
            }
        } catch (CommandRefusal e) {
            call.refuse(e.errorCode(), e.why());
        }
    }

    private void takePicture(Call call) {
        CameraMessages.requirePerson(call.payload());
        if (fault() == Fault.FULL) {
            throw new CommandRefusal("mediaFull", "there is no room for a picture");
        }
        byte[] picture = eye.takePicture();
        changed("camera", camera -> CameraMessages.putPictures(camera, eye.pictures()));
        call.succeed(CameraMessages.putPicture(call.newPayload(), picture));
    }

    @Override
    protected void fillStatus(ObjectNode status) {
        Fault fault = fault();
        boolean works = fault != Fault.DEAD && fault != Fault.JAM;
        CameraMessages.putStatus(status, works, fault == Fault.FULL, eye.pictures());
    }

    @Override
    protected void fillCapabilities(ObjectNode capabilities) {
        CameraMessages.putCapabilities(capabilities);
    }
}
