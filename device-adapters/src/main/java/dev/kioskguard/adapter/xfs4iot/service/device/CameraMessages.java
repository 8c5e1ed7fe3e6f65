package dev.kioskguard.adapter.xfs4iot.service.device;

import dev.kioskguard.adapter.xfs4iot.service.DeviceService.Offer;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What a service of the camera over the screen says, the standard's {@code person}. */
public final class CameraMessages {

    /** The service's name. */
    public static final String SERVICE = "Camera";

    public static final String TAKE_PICTURE = "Camera.TakePicture";
    public static final String RESET = "Camera.Reset";

    /** The camera that there is. */
    public static final String PERSON = "person";

    private CameraMessages() {}

    public static List<Offer> offers() {
        return List.of(new Offer("camera", List.of(TAKE_PICTURE, RESET), List.of()));
    }

    /**
     * Makes sure that the camera asked for is the one that there is.
     *
     * @throws CommandRefusal when it is not
     */
    public static void requirePerson(ObjectNode payload) {
        if (!payload.path("camera").asString(PERSON).equals(PERSON)) {
            throw new CommandRefusal("cameraNotSupported", "the terminal has a person camera");
        }
    }

    public static ObjectNode putPicture(ObjectNode payload, byte[] picture) {
        return payload.put("pictureFile", Base64.getEncoder().encodeToString(picture));
    }

    public static void putPictures(ObjectNode camera, int pictures) {
        camera.putObject("pictures").put(PERSON, pictures);
    }

    public static void putWorks(ObjectNode camera, boolean works) {
        camera.putObject("cameras").put(PERSON, works ? "ok" : "inop");
    }

    public static void putStatus(ObjectNode status, boolean works, boolean full, int pictures) {
        ObjectNode camera = status.putObject("camera");
        putWorks(camera, works);
        camera.putObject("media").put(PERSON, full ? "full" : "ok");
        putPictures(camera, pictures);
    }

    public static void putCapabilities(ObjectNode capabilities) {
        ObjectNode camera = capabilities.putObject("camera");
        camera.putObject("cameras").put("room", false).put(PERSON, true).put("exitSlot", false);
        camera.putObject("camData").put("autoAdd", false).put("manAdd", false);
    }
}
