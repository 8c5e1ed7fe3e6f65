package dev.kioskguard.adapter.xfs.device;

import dev.kioskguard.adapter.xfs.header.Cam;
import dev.kioskguard.adapter.xfs.manager.Command;
import dev.kioskguard.adapter.xfs.manager.ServiceClass;
import dev.kioskguard.adapter.xfs.manager.Snapshot;
import dev.kioskguard.adapter.xfs.manager.XfsManager;
import dev.kioskguard.device.Camera;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/**
 * A camera that puts a picture into a file of ours (CWA 16926-12, service class CAM, from 3.30). The file lies in a
 * folder that nobody else may enter, and is gone as soon as it was read. What cannot do that keeps its pictures.
 */
final class CameraDriver extends XfsDevice implements Camera {

    private static final String TAKE = "TAKE_PICTURE_EX";

    /** The cameras that the standard numbers, the most useful to a guard first. */
    private static final int[] POSITIONS = {Cam.WFS_CAM_PERSON, Cam.WFS_CAM_ROOM, Cam.WFS_CAM_EXITSLOT};

    private final Turn turn = new Turn();

    CameraDriver(XfsManager manager, DeviceAddress address) {
        super(manager, address, ServiceClass.CAM);
    }

    @Override
    public CompletionStage<byte[]> takePicture(Duration timeout) {
        return turn.take("take picture", () -> {
            Snapshot can = session().capabilities().orElse(null);
            if (can != null && !(can.view().has("bPictureFile") && can.view().number("bPictureFile") != 0)) {
                return CompletableFuture.failedFuture(new DeviceException(
                        Fault.UNSUPPORTED,
                        TAKE,
                        "this camera keeps its pictures to itself (no bPictureFile of 3.30);"
                                + " give the guard a camera that it can look through, such as opencv:0"));
            }
            return taken(can == null ? POSITIONS[0] : position(can), timeout);
        });
    }

    private static int position(Snapshot can) {
        int[] cameras = can.view().numbers("fwCameras");
        return IntStream.of(POSITIONS)
                .filter(position -> cameras[position] == Cam.WFS_CAM_AVAILABLE)
                .findFirst()
                .orElse(POSITIONS[0]);
    }

    private CompletableFuture<byte[]> taken(int position, Duration timeout) {
        Path folder;
        try {
            folder = Files.createTempDirectory("kiosk-guard-camera");
        } catch (IOException e) {
            return CompletableFuture.failedFuture(
                    new DeviceException(Fault.OTHER, TAKE, "there is no folder to be had for the picture", e));
        }
        Path file = folder.resolve("picture");
        return execute(Command.plain(
                        TAKE,
                        Cam.WFS_CMD_CAM_TAKE_PICTURE_EX,
                        session()
                                .struct("WFSCAMTAKEPICTEX")
                                .set("wCamera", position)
                                .text("lpszPictureFile", file.toString()),
                        timeout))
                .thenApply(done -> read(file))
                .whenComplete((picture, failure) -> delete(file, folder));
    }

    private static byte[] read(Path file) {
        try {
            if (Files.size(file) > PICTURE_BYTES_MAX) {
                throw new DeviceException(
                        Fault.OTHER, TAKE, "the picture is larger than %d bytes".formatted(PICTURE_BYTES_MAX));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new DeviceException(Fault.OTHER, TAKE, "the provider has put no picture into " + file, e);
        }
    }

    private static void delete(Path file, Path folder) {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new DeviceException(Fault.OTHER, TAKE, "a picture could not be deleted: " + file, e);
        }
    }

    @Override
    void statusRead(Snapshot read) {
        // All there is to say is in the status of the device.
    }
}
