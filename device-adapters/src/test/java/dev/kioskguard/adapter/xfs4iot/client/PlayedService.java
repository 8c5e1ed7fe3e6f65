package dev.kioskguard.adapter.xfs4iot.client;

import dev.kioskguard.adapter.xfs4iot.message.AcknowledgeStatus;
import dev.kioskguard.adapter.xfs4iot.message.CompletionCode;
import dev.kioskguard.adapter.xfs4iot.message.Message;
import dev.kioskguard.adapter.xfs4iot.message.MessageCodec;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.java_websocket.WebSocket;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A service that says what a test tells it to say. JSON is written with single quotes.
 *
 * <p>Without being told it knows Common.Status, Common.Capabilities and Common.Cancel, in version 2.0 only.
 */
public class PlayedService {

    /** What one connection can be told. */
    public record Say(WebSocket to) {

        public void acknowledge(Message.Command command) {
            message(new Message.Acknowledge(
                    command.name(), command.version(), command.requestId(), AcknowledgeStatus.OK));
        }

        public void event(Message.Command command, String name, String payload) {
            message(new Message.Event(name, "2.0", command.requestId(), json(payload)));
        }

        public void unsolicited(String name, String payload) {
            message(new Message.Unsolicited(name, "2.0", json(payload)));
        }

        public void complete(Message.Command command, String payload) {
            message(new Message.Completion(
                    command.name(), "3.0", command.requestId(), Message.Outcome.SUCCESS, json(payload)));
        }

        public void fail(Message.Command command, CompletionCode code, String payload) {
            message(new Message.Completion(
                    command.name(), "3.0", command.requestId(), new Message.Outcome(code, "as told"), json(payload)));
        }

        /** Acknowledges and completes. */
        public void done(Message.Command command, String payload) {
            acknowledge(command);
            complete(command, payload);
        }

        public void message(Message message) {
            to.send(new MessageCodec().write(message));
        }
    }

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final String interfaceName;
    private final List<Message.Command> heard = new CopyOnWriteArrayList<>();
    private final List<WebSocket> connected = new CopyOnWriteArrayList<>();
    private final Map<String, BiConsumer<Say, Message.Command>> plays = new ConcurrentHashMap<>();
    private final Map<String, String> versions = new ConcurrentHashMap<>();
    private volatile String more = "";
    private volatile String status = "{'common':{'device':'online'}}";

    /** A service of one interface, or of several with commas between. */
    public PlayedService(String interfaceName, String... commandsWithVersions) {
        this.interfaceName = interfaceName;
        versions.putAll(Map.of("Common.Status", "2.0", "Common.Capabilities", "2.0", "Common.Cancel", "2.0"));
        for (String command : commandsWithVersions) {
            String[] nameAndVersion = command.split(" ", -1);
            versions.put(nameAndVersion[0], nameAndVersion[1]);
        }
        on("Common.Capabilities", (say, command) -> say.done(command, capabilitiesJson()));
        on("Common.Status", (say, command) -> say.done(command, status));
    }

    public PlayedService on(String command, BiConsumer<Say, Message.Command> play) {
        plays.put(command, play);
        return this;
    }

    /** Takes a command off what the service can do. */
    public PlayedService without(String command) {
        versions.remove(command);
        plays.remove(command);
        return this;
    }

    public PlayedService status(String json) {
        status = json;
        return this;
    }

    /** More of the capabilities than the interfaces, such as {@code 'camera':{}}. */
    public PlayedService capable(String json) {
        more = "," + json;
        return this;
    }

    public List<Message.Command> heard() {
        return heard;
    }

    public List<Message.Command> heard(String name) {
        return heard.stream().filter(command -> command.name().equals(name)).toList();
    }

    public List<Say> connected() {
        return connected.stream().map(Say::new).toList();
    }

    void opened(WebSocket from) {
        connected.add(from);
    }

    void closed(WebSocket from) {
        connected.remove(from);
    }

    /** Plays a command, or ends it as unsupported when the service has it in no such version. */
    void received(WebSocket from, Message.Command command) {
        heard.add(command);
        Say say = new Say(from);
        BiConsumer<Say, Message.Command> play = plays.get(command.name());
        String version = versions.get(command.name());
        if (version == null || !version.equals(command.version())) {
            say.acknowledge(command);
            say.fail(command, CompletionCode.UNSUPPORTED_COMMAND, null);
        } else if (play != null) {
            play.accept(say, command);
        }
    }

    private String capabilitiesJson() {
        StringBuilder interfaces = new StringBuilder(entry("common", "Common"));
        for (String name : interfaceName.split(",", -1)) {
            interfaces.append(',').append(entry(name, Character.toUpperCase(name.charAt(0)) + name.substring(1)));
        }
        if (versions.keySet().stream().anyMatch(name -> name.startsWith("Storage."))) {
            interfaces.append(',').append(entry("storage", "Storage"));
        }
        return "{'interfaces':[" + interfaces + "]" + more + "}";
    }

    private String entry(String name, String prefix) {
        List<String> commands = versions.entrySet().stream()
                .filter(command -> command.getKey().startsWith(prefix + "."))
                .map(command -> "'%s':{'versions':['%s']}".formatted(command.getKey(), command.getValue()))
                .toList();
        return "{'name':'%s','commands':{%s}}".formatted(name, String.join(",", commands));
    }

    /** Returns an object written with single quotes, null for null. */
    public static ObjectNode json(String text) {
        return text == null ? null : (ObjectNode) MAPPER.readTree(text.replace('\'', '"'));
    }
}
