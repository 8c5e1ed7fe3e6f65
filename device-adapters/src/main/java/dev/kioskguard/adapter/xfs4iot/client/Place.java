package dev.kioskguard.adapter.xfs4iot.client;

import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Where a service with a certain interface is: at an address of its own, or with whatever a publisher names. */
public interface Place {

    /** Returns the interface looked for, with a small first letter: {@code cardReader}. */
    String interfaceName();

    /** Looks for the service now; it may have moved since the last time. Called on the loop. */
    CompletionStage<URI> find();

    /**
     * Returns what was found there, if it is of the kind looked for, which no address can tell.
     *
     * @throws DeviceException with {@code UNSUPPORTED} when it is not
     */
    default Capabilities check(Capabilities found) {
        if (!found.has(interfaceName())) {
            throw new DeviceException(Fault.UNSUPPORTED, "connect", "no " + interfaceName() + " there");
        }
        return found;
    }

    /** A service whose address is known. */
    record Fixed(String interfaceName, URI uri) implements Place {

        @Override
        public CompletionStage<URI> find() {
            return CompletableFuture.completedFuture(uri);
        }
    }

    /** A service to be looked up. */
    record Published(String interfaceName, URI publisher, Directory directory) implements Place {

        @Override
        public CompletionStage<URI> find() {
            return directory.find(publisher, interfaceName);
        }
    }
}
