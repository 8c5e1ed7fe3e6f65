package dev.kioskguard.adapter.xfs4iot.client.device;

import dev.kioskguard.adapter.xfs4iot.client.Place;
import dev.kioskguard.adapter.xfs4iot.client.StatusTree;
import dev.kioskguard.adapter.xfs4iot.client.connection.Environment;
import dev.kioskguard.adapter.xfs4iot.message.MessageCodec;
import dev.kioskguard.device.Camera;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.Turn;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A camera that hands its pictures over (CWA 17852, {@code Camera}); the standard also has some that keep them. */
final class CameraDriver extends ServiceDevice implements Camera {

    /** A picture in base64 takes a third more, and its message a little. */
    private static final int MESSAGE_BYTES_MAX = PICTURE_BYTES_MAX / 3 * 4 + 64 * 1024;

    private static final String TAKE = "Camera.TakePicture";

    /** The positions that the standard names, the most useful to a guard first. */
    private static final List<String> POSITIONS = List.of("person", "room", "exitSlot");

    private final Turn turn = new Turn();

    CameraDriver(Environment environment, DeviceAddress address, Place place) {
        super(environment, address, place, new MessageCodec(MESSAGE_BYTES_MAX));
    }

    @Override
    public CompletionStage<byte[]> takePicture(Duration timeout) {
        return turn.take(
                "take picture",
                () -> execute(TAKE, payload().put("camera", position()), timeout)
                        .thenApply(answer -> {
                            byte[] picture = bytes(answer, "pictureFile", TAKE);
                            if (picture.length > PICTURE_BYTES_MAX) {
                                throw new DeviceException(
                                        Fault.OTHER,
                                        TAKE,
                                        "the picture is larger than %d bytes".formatted(PICTURE_BYTES_MAX));
                            }
                            return picture;
                        }));
    }

    private String position() {
        return POSITIONS.stream()
                .filter(name -> can("camera", "cameras", name))
                .findFirst()
                .orElse(POSITIONS.get(0));
    }

    @Override
    List<String> commands() {
        return List.of(TAKE);
    }

    @Override
    void statusRead(StatusTree read) {
        // All there is to say is in the status of the device.
    }
}
