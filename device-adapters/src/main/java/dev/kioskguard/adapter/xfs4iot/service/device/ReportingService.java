package dev.kioskguard.adapter.xfs4iot.service.device;

import dev.kioskguard.adapter.xfs4iot.service.DeviceService;
import dev.kioskguard.adapter.xfs4iot.words.DeviceWords;
import dev.kioskguard.device.DeviceStatus.State;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A service of one device that tells how the device is, when asked and when it changes. Thread-safe. */
public abstract class ReportingService implements DeviceService {

    private static final String SERVICE_VERSION = "1.0";

    private volatile @Nullable Link link;

    /**
     * What stands on a device's plate; a word that is not known is empty.
     *
     * @param description for people
     * @param software the version of each part, by its name
     */
    public record Plate(String model, String serialNumber, String description, Map<String, String> software) {

        public Plate {
            software = Collections.unmodifiableMap(new LinkedHashMap<>(software));
        }
    }

    /** Returns the plate of each device behind this service. */
    protected abstract List<Plate> plates();

    /** Returns how the device is, without waiting. */
    protected abstract State deviceState();

    /** Adds all but the common part of a status. */
    protected abstract void fillStatus(ObjectNode status);

    /** Adds all but the common part of the capabilities. */
    protected abstract void fillCapabilities(ObjectNode capabilities);

    /** Listens to the device, so that changes can be told. Called once, when they can. */
    protected abstract void watch(Link link);

    @Override
    public final void attach(Link link) {
        this.link = link;
        watch(link);
    }

    /** Tells every client what of the status is new. */
    protected final void changed(String part, Consumer<ObjectNode> changes) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        changes.accept(payload.putObject(part));
        tell("Common.StatusChangedEvent", payload);
    }

    protected final void deviceChanged() {
        changed("common", common -> common.put("device", DeviceWords.of(deviceState())));
    }

    /** Tells every client of something that no command asked for. */
    protected final void tell(String event, @Nullable ObjectNode payload) {
        Link speaking = link;
        if (speaking != null) {
            speaking.unsolicited(event, payload);
        }
    }

    @Override
    public ObjectNode status() {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.putObject("common").put("device", DeviceWords.of(deviceState())).put("devicePosition", "inPosition");
        fillStatus(status);
        return status;
    }

    @Override
    public final ObjectNode capabilities() {
        ObjectNode capabilities = JsonNodeFactory.instance.objectNode();
        ObjectNode common = capabilities.putObject("common").put("serviceVersion", SERVICE_VERSION);
        ArrayNode devices = common.putArray("deviceInformation");
        plates().forEach(plate -> put(plate, devices.addObject()));
        common.put("powerSaveControl", false).put("antiFraudModule", false);
        fillCapabilities(capabilities);
        return capabilities;
    }

    private static void put(Plate plate, ObjectNode device) {
        device.put("modelName", plate.model());
        if (!plate.serialNumber().isEmpty()) {
            device.put("serialNumber", plate.serialNumber());
        }
        device.put("modelDescription", plate.description());
        if (!plate.software().isEmpty()) {
            ArrayNode software = device.putArray("software");
            plate.software()
                    .forEach((name, version) ->
                            software.addObject().put("softwareName", name).put("softwareVersion", version));
        }
    }
}
