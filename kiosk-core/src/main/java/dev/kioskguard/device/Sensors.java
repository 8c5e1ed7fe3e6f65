package dev.kioskguard.device;

import java.util.Set;
import java.util.function.Consumer;

/** The sensors around the terminal (CEN/XFS {@code SIU}, XFS4IoT {@code Auxiliaries}). */
public interface Sensors extends Device {

    /** Returns the sensors that report something now; what is not reported is not known to be absent. */
    Set<Sensor> active();

    /** Registers the one listener for changes of {@link #active()}; it is told the present set at once. */
    void onActive(Consumer<Set<Sensor>> listener);

    /** The sensors the guard reads. */
    enum Sensor {
        PROXIMITY,
        OPERATOR_SWITCH,
        CABINET_DOOR,
        HEADSET
    }
}
