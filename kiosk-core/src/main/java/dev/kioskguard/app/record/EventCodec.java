package dev.kioskguard.app.record;

import dev.kioskguard.audit.RecordJson;
import dev.kioskguard.guard.event.GuardEvent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Events and values as JSON: the record's components by their names, and nothing that is derived from them. */
final class EventCodec {

    static final JsonMapper JSON = RecordJson.MAPPER;

    /** Events that tell of the customer; they are sealed under the visit's key. All others may be read by anyone. */
    private static final Set<Class<? extends GuardEvent>> PERSONAL = Set.of(
            GuardEvent.VisitBegan.class,
            GuardEvent.TransferRequested.class,
            GuardEvent.TransferResumed.class,
            GuardEvent.ChoiceMade.class,
            GuardEvent.TextTyped.class,
            GuardEvent.KeyPressed.class,
            GuardEvent.StaffSpoke.class);

    private static final Map<String, Class<?>> KINDS = Arrays.stream(GuardEvent.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    private EventCodec() {}

    static String kind(GuardEvent event) {
        return event.getClass().getSimpleName();
    }

    static boolean isKnown(String kind) {
        return KINDS.containsKey(kind);
    }

    static boolean isPersonal(GuardEvent event) {
        return PERSONAL.contains(event.getClass());
    }

    static ObjectNode write(Object value) {
        return JSON.valueToTree(value);
    }

    /** Returns a value as it is to stand in a line, written once and then copied. */
    static RawValue raw(Object value) {
        return new RawValue(JSON.writeValueAsString(value));
    }

    /** Reads an event back. Fails with a Jackson exception where the JSON is not what was written. */
    static GuardEvent event(String kind, JsonNode json) {
        Class<?> type = KINDS.get(kind);
        if (type == null) {
            throw new IllegalArgumentException("no event is called " + kind);
        }
        return (GuardEvent) JSON.treeToValue(json, type);
    }

    static <T> T read(JsonNode json, Class<T> type) {
        return JSON.treeToValue(json, type);
    }
}
