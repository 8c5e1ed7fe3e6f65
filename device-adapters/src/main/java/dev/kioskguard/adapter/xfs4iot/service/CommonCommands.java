package dev.kioskguard.adapter.xfs4iot.service;

import dev.kioskguard.adapter.xfs4iot.catalog.Catalog;
import dev.kioskguard.adapter.xfs4iot.message.CompletionCode;
import dev.kioskguard.adapter.xfs4iot.message.MessageType;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The commands that every device service has, and that do not wait for their turn. Thread-safe. */
final class CommonCommands {

    private static final String STATUS = "Common.Status";
    private static final String CAPABILITIES = "Common.Capabilities";
    private static final String CANCEL = "Common.Cancel";
    private static final String SET_VERSIONS = "Common.SetVersions";

    private static final DeviceService.Offer OFFER = new DeviceService.Offer(
            "common",
            List.of(STATUS, CAPABILITIES, CANCEL, SET_VERSIONS),
            List.of("Common.StatusChangedEvent", "Common.ErrorEvent"));
    private static final Set<String> NAMES = Set.copyOf(OFFER.commands());

    private final DeviceService service;
    private final Catalog catalog;

    CommonCommands(DeviceService service, Catalog catalog) {
        this.service = service;
        this.catalog = catalog;
    }

    static boolean has(String name) {
        return NAMES.contains(name);
    }

    void execute(Client client, PendingCommand command) {
        switch (command.name()) {
            case STATUS -> command.succeed(service.status());
            case CAPABILITIES -> command.succeed(capabilities());
            case CANCEL -> cancel(client, command);
            case SET_VERSIONS -> setVersions(command);
            default -> throw new IllegalArgumentException(command.name() + " is not common");
        }
    }

    private ObjectNode capabilities() {
        ObjectNode payload = service.capabilities();
        ArrayNode interfaces = payload.putArray("interfaces");
        describe(OFFER, interfaces.addObject());
        service.offers().forEach(offer -> describe(offer, interfaces.addObject()));
        return payload;
    }

    private void describe(DeviceService.Offer offer, ObjectNode into) {
        into.put("name", offer.name());
        ObjectNode commands = into.putObject("commands");
        offer.commands()
                .forEach(
                        name -> putVersion(commands, name, catalog.command(name).version()));
        ObjectNode events = into.putObject("events");
        offer.events().forEach(name -> putVersion(events, name, eventVersion(name)));
        into.put("maximumRequests", Client.COMMANDS_MAX);
    }

    private static void putVersion(ObjectNode into, String name, String version) {
        into.putObject(name).putArray("versions").add(version);
    }

    private String eventVersion(String name) {
        return catalog.find(name, MessageType.EVENT)
                .or(() -> catalog.find(name, MessageType.UNSOLICITED))
                .orElseThrow(() -> new IllegalArgumentException(name + " is no event that we speak"))
                .version();
    }

    /** Cancels commands of the caller only: first this command completes, then each of those (Part 1, "Cancel"). */
    private static void cancel(Client client, PendingCommand command) {
        JsonNode requestIds = command.payload().path("requestIds");
        List<PendingCommand> matching = client.unanswered().stream()
                .filter(other -> other != command && names(requestIds, other.requestId()))
                .toList();
        if (matching.isEmpty()) {
            command.refuse("noMatchingRequestIDs", "nothing to cancel");
            return;
        }
        command.succeed(null);
        matching.forEach(other -> other.stop(CompletionCode.CANCELED, "canceled by the client"));
    }

    private static boolean names(JsonNode requestIds, int requestId) {
        if (!requestIds.isArray()) {
            return true;
        }
        for (JsonNode one : requestIds) {
            if (one.asInt(-1) == requestId) {
                return true;
            }
        }
        return false;
    }

    /** Takes the choice of major versions for this connection. Each message has one here, so nothing changes. */
    private void setVersions(PendingCommand command) {
        boolean known = areOurs(command.payload().path("commands"), MessageType.COMMAND)
                && areOurs(command.payload().path("events"), MessageType.EVENT);
        if (known) {
            command.succeed(null);
        } else {
            command.fail(CompletionCode.UNSUPPORTED_DATA, "a message is not offered in that version");
        }
    }

    private boolean areOurs(JsonNode majorByName, MessageType type) {
        return majorByName.properties().stream().allMatch(entry -> {
            String name = entry.getKey();
            String offered = type == MessageType.COMMAND ? offeredCommandVersion(name) : offeredEventVersion(name);
            return offered.startsWith(entry.getValue().asInt(0) + ".");
        });
    }

    private String offeredCommandVersion(String name) {
        return isOffered(name) ? catalog.command(name).version() : "";
    }

    private String offeredEventVersion(String name) {
        boolean offered = OFFER.events().contains(name)
                || service.offers().stream().anyMatch(offer -> offer.events().contains(name));
        return offered ? eventVersion(name) : "";
    }

    /** Returns whether the service has that command, its own or a common one. */
    boolean isOffered(String name) {
        return has(name)
                || service.offers().stream().anyMatch(offer -> offer.commands().contains(name));
    }
}
