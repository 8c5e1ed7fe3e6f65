package dev.kioskguard.adapter.xfs4iot.client;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Where a service with a certain interface is: at an address of its own, or with whatever a publisher names. */
public interface Place {

    /** Returns the interface looked for, with a small first letter: {@code cardReader}. */
    String interfaceName();

    /** Looks for the service now; it may have moved since the last time. Called on the loop. */
    CompletionStage<URI> find();

    /** Returns whether this is a service of the kind looked for, which no address can tell. */
    default boolean accepts(Capabilities found) {
        return found.has(interfaceName());
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
