package dev.kioskguard.sim.wire;

import dev.kioskguard.adapter.xfs4iot.message.CompletionCode;
import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.Call;
import dev.kioskguard.sim.terminal.Eye;
import dev.kioskguard.sim.terminal.Fault;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.terminal.TerminalDevice;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The camera over the screen, the standard's {@code person}. A picture goes to its caller and is not kept. */
final class CameraService extends TerminalService {

    private static final String PERSON = "person";

    private final Eye eye;

    CameraService(Terminal terminal, Alarms alarms) {
        super(terminal, TerminalDevice.CAMERA, alarms);
        this.eye = terminal.eye();
    }

    @Override
    public String name() {
        return TerminalServices.CAMERA;
    }

    @Override
    public List<Offer> offers() {
        return List.of(new Offer("camera", List.of("Camera.TakePicture", "Camera.Reset"), List.of()));
    }

    @Override
    void watch() {
        // Pictures are counted where they are taken.
    }

    @Override
    void carryOut(Call call) {
        switch (call.name()) {
            case "Camera.TakePicture" -> takePicture(call);
            case "Camera.Reset" -> call.succeed(null);
            default -> call.fail(CompletionCode.UNSUPPORTED_COMMAND, "no such command here");
        }
    }

    private void takePicture(Call call) {
        if (!call.payload().path("camera").asString(PERSON).equals(PERSON)) {
            call.refuse("cameraNotSupported", "the terminal has a person camera");
        } else if (fault() == Fault.FULL) {
            call.refuse("mediaFull", "there is no room for a picture");
        } else {
            byte[] picture = eye.takePicture();
            changed("camera", camera -> camera.putObject("pictures").put(PERSON, eye.pictures()));
            call.succeed(
                    call.newPayload().put("pictureFile", Base64.getEncoder().encodeToString(picture)));
        }
    }

    @Override
    void fillStatus(ObjectNode status) {
        Fault fault = fault();
        ObjectNode camera = status.putObject("camera");
        camera.putObject("cameras").put(PERSON, fault == Fault.DEAD || fault == Fault.JAM ? "inop" : "ok");
        camera.putObject("media").put(PERSON, fault == Fault.FULL ? "full" : "ok");
        camera.putObject("pictures").put(PERSON, eye.pictures());
    }

    @Override
    void fillCapabilities(ObjectNode capabilities) {
        ObjectNode camera = capabilities.putObject("camera");
        camera.putObject("cameras").put("room", false).put(PERSON, true).put("exitSlot", false);
        camera.putObject("camData").put("autoAdd", false).put("manAdd", false);
    }
}
