package dev.kioskguard.adapter.xfs4iot.client.device;

import dev.kioskguard.adapter.xfs4iot.client.Place;
import dev.kioskguard.adapter.xfs4iot.client.Service;
import dev.kioskguard.adapter.xfs4iot.client.StatusTree;
import dev.kioskguard.adapter.xfs4iot.client.connection.Environment;
import dev.kioskguard.adapter.xfs4iot.message.Message;
import dev.kioskguard.adapter.xfs4iot.message.MessageCodec;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.Inspected;
import dev.kioskguard.device.ReportingDevice;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What every device on a service has in common. */
abstract class ServiceDevice extends ReportingDevice implements Inspected, Service.Listener {

    private final Service service;

    ServiceDevice(Environment environment, DeviceAddress address, Place place, MessageCodec codec) {
        super(address);
        this.service = new Service(environment, place, codec, this);
        found(service.deviceStatus());
    }

    /** Begins to connect, once the whole device has been made. */
    void start() {
        service.start();
    }

    final Service service() {
        return service;
    }

    @Override
    public final void changed() {
        statusRead(service.status());
        found(overall(service.deviceStatus()));
    }

    @Override
    public final List<Fact> inspect() {
        return service()
                .capabilities()
                .map(known -> Findings.of(known, commands()))
                .orElse(List.of());
    }

    /** Returns what the driver may send. */
    abstract List<String> commands();

    /** Takes in what the service now says of itself. On the loop. */
    abstract void statusRead(StatusTree read);

    /** Returns what the whole device is, given what its service is. */
    DeviceStatus overall(DeviceStatus ofService) {
        return ofService;
    }

    @Override
    public void event(Message event) {}

    @Override
    public void close() {
        service.close();
    }

    final CompletableFuture<ObjectNode> execute(String command, @Nullable ObjectNode payload, Duration timeout) {
        return service.execute(command, payload, timeout, event -> {}).result();
    }

    static ObjectNode payload() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Returns whether the service's capabilities say yes to something; no as long as they are not known. */
    final boolean can(String... path) {
        return service.capabilities().map(known -> known.can(path)).orElse(false);
    }

    /** Returns the bytes of a field that was checked to be base64 when it came in. */
    static byte[] bytes(ObjectNode answer, String field, String operation) {
        String text = answer.path(field).stringValue("");
        if (text.isEmpty()) {
            throw new DeviceException(Fault.OTHER, operation, "the service's answer has no " + field);
        }
        return Base64.getDecoder().decode(text);
    }
}
