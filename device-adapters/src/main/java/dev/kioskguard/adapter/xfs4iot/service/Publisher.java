package dev.kioskguard.adapter.xfs4iot.service;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The service that names the others (Part 1, "Service Publisher"). It has no device, so it has no status. */
final class Publisher implements DeviceService {

    private static final String GET_SERVICES = "ServicePublisher.GetServices";

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final String vendorName;
    private final Supplier<List<URI>> services;

    Publisher(String vendorName, Supplier<List<URI>> services) {
        this.vendorName = vendorName;
        this.services = services;
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public List<Offer> offers() {
        return List.of(new Offer("servicePublisher", List.of(GET_SERVICES), List.of()));
    }

    @Override
    public ObjectNode status() {
        return mapper.createObjectNode();
    }

    @Override
    public ObjectNode capabilities() {
        return mapper.createObjectNode();
    }

    @Override
    public void attach(Link link) {
        // What is offered is known from the start, so there is nothing to say unasked.
    }

    @Override
    public void execute(Call call) {
        ObjectNode payload = call.newPayload().put("vendorName", vendorName);
        ArrayNode list = payload.putArray("services");
        services.get().forEach(uri -> list.addObject().put("serviceURI", uri.toString()));
        call.succeed(payload);
    }
}
