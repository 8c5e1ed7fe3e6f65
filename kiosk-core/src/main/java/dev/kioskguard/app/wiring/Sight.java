package dev.kioskguard.app.wiring;

import dev.kioskguard.app.config.Devices.Place;
import dev.kioskguard.device.Device;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.vision.Lookout;
import dev.kioskguard.vision.NothingToSee;
import dev.kioskguard.vision.SignalSource;
import dev.kioskguard.vision.watch.Watch;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the guard sees by: what was handed in, the camera that the configuration names, or nothing, and why. */
final class Sight implements AutoCloseable {

    private final SignalSource source;
    private final @Nullable Lookout lookout;

    private Sight(SignalSource source, @Nullable Lookout lookout) {
        this.source = source;
        this.lookout = lookout;
    }

    /**
     * Opens it.
     *
     * @throws IllegalArgumentException when the address of the camera means nothing to what is installed
     */
    static Sight open(GuardSetup setup) {
        SignalSource handedIn = setup.around().signals();
        if (handedIn != null) {
            return new Sight(handedIn, null);
        }
        Optional<DeviceAddress> camera = setup.around().devices().at(Place.CAMERA);
        if (camera.isEmpty()) {
            return new Sight(new NothingToSee("no camera is configured: name one under devices.camera"), null);
        }
        try {
            Lookout lookout = OpenDevices.none().open(camera.get(), Lookout.class);
            // Frames come by the wall's clock, however fast the guard's may go.
            InstantSource wall = InstantSource.system();
            lookout.prepare(setup.config().current().camera(), wall);
            return new Sight(new Watch(lookout, wall), lookout);
        } catch (DeviceException e) {
            if (e.fault() != Fault.UNSUPPORTED) {
                throw e;
            }
            return new Sight(new NothingToSee("the camera at devices.camera takes single pictures only"), null);
        }
    }

    SignalSource source() {
        return source;
    }

    /** Returns the devices that are open already, by their places. */
    Map<Place, Device> devices() {
        Lookout there = lookout;
        return there == null ? Map.of() : Map.of(Place.CAMERA, there);
    }

    /** Lets it notice that no frame comes. */
    void keepLooking(Worker worker) {
        if (source instanceof Watch watch) {
            worker.every(Watch.LOOK_EVERY, watch::look);
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
