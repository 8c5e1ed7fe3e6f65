package dev.kioskguard.adapter.xfs4iot.client;

import dev.kioskguard.adapter.xfs4iot.client.connection.Conversation;
import dev.kioskguard.adapter.xfs4iot.client.connection.Environment;
import dev.kioskguard.adapter.xfs4iot.message.Message;
import dev.kioskguard.adapter.xfs4iot.message.MessageCodec;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The services behind publishers, each asked for its capabilities, because only these tell of what kind it is. Confined
 * to the loop.
 *
 * <p>What was found is kept for a moment, so that the drivers of one terminal do not each ask every service.
 */
public final class Directory {

    /** More services than this at one publisher are passed over. */
    static final int SERVICES_MAX = 64;

    private static final Logger LOG = LoggerFactory.getLogger(Directory.class);

    private final Environment environment;
    private final MessageCodec codec = new MessageCodec();
    private final Map<URI, CompletableFuture<List<Found>>> recent = new HashMap<>();

    public Directory(Environment environment) {
        this.environment = environment;
    }

    /** Returns whether an address names a publisher, or a whole terminal, rather than one service. */
    public static boolean isPublisher(URI uri) {
        return PublisherAddress.isPublisher(uri);
    }

    /** Returns the first service with an interface, behind any publisher that the address means. */
    CompletionStage<URI> find(URI publisher, String interfaceName) {
        return recent.computeIfAbsent(publisher, this::survey)
                .thenApply(services -> choose(services, publisher, interfaceName))
                .whenCompleteAsync(
                        (uri, failure) -> {
                            if (failure != null) {
                                recent.remove(publisher);
                            }
                        },
                        environment::run);
    }

    private static URI choose(List<Found> services, URI publisher, String interfaceName) {
        return services.stream()
                .filter(service -> service.capabilities().has(interfaceName))
                .findFirst()
                .map(Found::uri)
                .orElseThrow(() -> new DeviceException(
                        Fault.UNSUPPORTED,
                        "find " + interfaceName,
                        "none of the %d services behind %s has it".formatted(services.size(), publisher)));
    }

    /** Completes with what the service at an address can do, or everything behind it where it is a publisher's. */
    public CompletionStage<List<Capabilities>> look(URI address) {
        return CompletableFuture.completedFuture(address)
                .thenComposeAsync(
                        uri -> isPublisher(uri)
                                ? survey(uri)
                                : capabilities(uri).thenApply(List::of),
                        environment::run)
                .thenApply(found -> found.stream().map(Found::capabilities).toList());
    }

    private CompletableFuture<List<Found>> survey(URI publisher) {
        var unused = environment.later(environment.timings().connect(), () -> recent.remove(publisher));
        return gather(PublisherAddress.candidates(publisher), this::published)
                .thenCompose(found ->
                        gather(found.stream().flatMap(List::stream).distinct().toList(), this::capabilities));
    }

    /** Asks a publisher for its services; some name them one after the other, in events. */
    private CompletableFuture<List<URI>> published(URI publisher) {
        Set<URI> services = new LinkedHashSet<>();
        return during(
                publisher,
                conversation -> Bootstrap.ask(
                                conversation,
                                "ServicePublisher.GetServices",
                                event -> addServices(publisher, event.payload(), services))
                        .thenApply(payload -> {
                            addServices(publisher, payload, services);
                            return List.copyOf(services);
                        }));
    }

    private static void addServices(URI publisher, @Nullable ObjectNode payload, Set<URI> into) {
        if (payload == null) {
            return;
        }
        payload.path("services").forEach(service -> {
            try {
                if (into.size() < SERVICES_MAX) {
                    into.add(PublisherAddress.service(
                            publisher, service.path("serviceURI").stringValue("")));
                }
            } catch (IllegalArgumentException e) {
                LOG.debug("passed over a service of {}: {}", publisher, e.getMessage());
            }
        });
    }

    private CompletableFuture<Found> capabilities(URI service) {
        return during(
                service,
                conversation -> Bootstrap.capabilities(
                                conversation, environment.check().catalog())
                        .thenApply(capabilities -> new Found(service, capabilities)));
    }

    /** Opens a conversation for as long as something is asked. */
    private <T> CompletableFuture<T> during(URI uri, Function<Conversation, CompletableFuture<T>> asked) {
        Conversation conversation = new Conversation(environment, codec, new Deaf());
        return conversation
                .connect(uri)
                .thenCompose(asked)
                .whenCompleteAsync((answer, failure) -> conversation.close(), environment::run)
                .toCompletableFuture();
    }

    /** Returns what could be had, in order; fails with the first failure where there was nothing at all. */
    private <S, T> CompletableFuture<List<T>> gather(List<S> sources, Function<S, CompletableFuture<T>> ask) {
        List<CompletableFuture<T>> asked = sources.stream().map(ask).toList();
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                .handleAsync(
                        (done, failure) -> {
                            List<T> had = new ArrayList<>();
                            asked.stream()
                                    .filter(each -> !each.isCompletedExceptionally())
                                    .forEach(each -> had.add(each.join()));
                            if (had.isEmpty() && !asked.isEmpty()) {
                                asked.get(asked.size() - 1).join();
                            }
                            return had;
                        },
                        environment::run);
    }

    private record Found(URI uri, Capabilities capabilities) {}

    /** Nobody listens to the events of a conversation that asks one thing. */
    private static final class Deaf implements Conversation.Listener {

        @Override
        public void event(Message event) {}

        @Override
        public void ended(String why) {}
    }
}
