package dev.kioskguard.adapter.opencv;

import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.DeviceStatus.State;
import dev.kioskguard.device.Reported;
import java.util.function.Consumer;

/** The one status of a camera and what looks through it: the first of them that has trouble speaks. Thread-safe. */
final class LookoutStatus {

    private static final DeviceStatus MOVED = new DeviceStatus(
            State.ONLINE, "the camera points somewhere else than before; aim it again, or restart to accept it");

    private final Reported<DeviceStatus> told =
            new Reported<>(new DeviceStatus(State.STARTING, "the camera has not been looked through yet"));
    private DeviceStatus camera = told.get();
    private DeviceStatus detector = DeviceStatus.ONLINE;
    private boolean moved;
    private volatile String size = "";

    DeviceStatus get() {
        return told.get();
    }

    void tell(Consumer<DeviceStatus> listener) {
        told.tell(listener);
    }

    /** Notes how large the camera's pictures are, before anything is cut off them. */
    void size(int width, int height) {
        size = width + " x " + height + " pixels";
    }

    /** Returns how large the last picture was; empty before the first. */
    String size() {
        return size;
    }

    synchronized void camera(DeviceStatus now) {
        camera = now;
        tellAll();
    }

    synchronized void detector(DeviceStatus now) {
        detector = now;
        tellAll();
    }

    synchronized void moved(boolean now) {
        moved = now;
        tellAll();
    }

    private void tellAll() {
        DeviceStatus first = camera.isOnline() ? detector : camera;
        told.set(first.isOnline() && moved ? MOVED : first);
    }
}
