package dev.kioskguard.adapter.xfs4iot.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.SharedFacts;
import dev.kioskguard.adapter.xfs4iot.catalog.MessageCheck;
import dev.kioskguard.adapter.xfs4iot.client.connection.Conversation;
import dev.kioskguard.adapter.xfs4iot.client.connection.Environment;
import dev.kioskguard.adapter.xfs4iot.client.connection.Request;
import dev.kioskguard.adapter.xfs4iot.message.Message;
import dev.kioskguard.adapter.xfs4iot.message.MessageCodec;
import dev.kioskguard.adapter.xfs4iot.message.MessageFormatException;
import dev.kioskguard.device.DeviceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.java_websocket.WebSocket;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Conversations with real services, played back: what was sent to them is what our client sends, or refuses to send;
 * what they answered is what it hears.
 */
class TranscriptTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final MessageCodec CODEC = new MessageCodec();

    /** Recordings of a tester who sent, by hand, what the codec refuses to be a command. */
    private static final Set<String> NO_COMMAND =
            Set.of("kal-err-event-from-client.jsonl", "kal-err-no-requestId.jsonl", "kal-err-not-json.jsonl");

    @TestFactory
    Stream<DynamicTest> everyRecordedConversationPasses() throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(SharedFacts.path("xfs4iot/transcripts"))) {
            files = listed.sorted().toList();
        }
        assertThat(files).as("control").hasSizeGreaterThan(20);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    List<Turn> turns = read(file);
                    assertThat(turns.stream().filter(Turn::isNoCommand).count())
                            .as("what no call of ours can send")
                            .isEqualTo(NO_COMMAND.contains(file.getFileName().toString()) ? 1 : 0);
                    play(turns);
                }));
    }

    /** One thing that was sent, and all that came before the next; {@code raw} is empty before the first. */
    private record Turn(String raw, Optional<Message> sent, boolean closedAfter, List<Message> answers) {

        boolean isNoCommand() {
            return !raw.isEmpty()
                    && sent.filter(Message.Command.class::isInstance).isEmpty();
        }
    }

    private static List<Turn> read(Path file) throws IOException {
        List<Turn> turns = new ArrayList<>();
        turns.add(new Turn("", Optional.empty(), false, new ArrayList<>()));
        for (String line : Files.readAllLines(file)) {
            JsonNode entry = MAPPER.readTree(line);
            String direction = entry.path("dir").stringValue("");
            if (direction.startsWith(">")) {
                String text = direction.equals(">raw")
                        ? entry.get("s").stringValue()
                        : entry.get("m").toString();
                turns.add(new Turn(text, parsed(text), false, new ArrayList<>()));
            } else if (direction.equals("<")) {
                turns.get(turns.size() - 1)
                        .answers()
                        .add(CODEC.parse(entry.get("m").toString()));
            } else if (entry.has("close")) {
                Turn last = turns.remove(turns.size() - 1);
                turns.add(new Turn(last.raw(), last.sent(), true, last.answers()));
            }
        }
        return turns;
    }

    private static Optional<Message> parsed(String text) {
        try {
            return Optional.of(CODEC.parse(text));
        } catch (MessageFormatException e) {
            return Optional.empty();
        }
    }

    private static void play(List<Turn> turns) {
        Environment environment = TestEnvironment.quick();
        try (PlayedTerminal terminal = PlayedTerminal.open()) {
            Played played = new Played(turns);
            terminal.with("Recorded", played.service());
            Hearing hearing = new Hearing();
            Conversation conversation = new Conversation(environment, CODEC, hearing);
            CompletableFuture.supplyAsync(() -> conversation.connect(terminal.uri("Recorded")), environment::run)
                    .thenCompose(connecting -> connecting)
                    .join();
            for (Turn turn : turns) {
                turn.sent().ifPresent(sent -> take(environment, conversation, turn, sent, played, hearing));
            }
            environment.run(() -> conversation.abort("played to the end"));
            await().until(() -> hearing.ended);
        } finally {
            environment.loop().close();
        }
    }

    private static void take(
            Environment environment,
            Conversation conversation,
            Turn turn,
            Message sent,
            Played played,
            Hearing hearing) {
        if (!(sent instanceof Message.Command command)) {
            // A client that sends an event is none of ours: there is no call for it.
            return;
        }
        MessageCheck check = environment.check();
        int heardBefore = hearing.events.size();
        String version = command.version().isEmpty() ? "2.0" : command.version();
        Request request = CompletableFuture.supplyAsync(
                        () -> conversation.send(
                                command.name(), version, command.payload(), command.timeout(), event -> {}),
                        environment::run)
                .join();
        if (!check.outgoing(command).isEmpty()) {
            assertThat(played.heard(command.name())).as("not sent: %s", command).isFalse();
            assertThat(request.done()).isCompletedExceptionally();
            return;
        }
        await().until(() -> request.done().isDone()
                || (turn.answers().isEmpty() && played.heard(command.name()))
                || (!turn.closedAfter() && completion(turn).isEmpty()));
        completion(turn).ifPresent(completion -> same(request, completion));
        List<Message> events =
                turn.answers().stream().filter(TranscriptTest::isEvent).toList();
        await().until(() -> hearing.events.size() >= heardBefore + events.size() || turn.closedAfter());
    }

    private static void same(Request request, Message.Completion completion) {
        if (completion.outcome().isSuccess()) {
            assertThat(request.done().join().payload()).isEqualTo(completion.payload());
        } else {
            assertThat(request.done())
                    .isCompletedExceptionally()
                    .failsWithin(Duration.ZERO)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(DeviceException.class)
                    .withMessageContaining(completion.outcome().code().word());
        }
    }

    /** The first answer that ends the turn's own command. */
    private static Optional<Message.Completion> completion(Turn turn) {
        int id = turn.sent().map(sent -> ((Message.Command) sent).requestId()).orElse(-1);
        return turn.answers().stream()
                .filter(Message.Completion.class::isInstance)
                .map(Message.Completion.class::cast)
                .filter(completion -> completion.requestId() == id)
                .findFirst();
    }

    private static boolean isEvent(Message message) {
        return message instanceof Message.Event || message instanceof Message.Unsolicited;
    }

    /** The service's part: each command is answered as it was once, with the request's own number. */
    private static final class Played {

        private final List<Turn> left;
        private final List<String> heard = new CopyOnWriteArrayList<>();

        Played(List<Turn> turns) {
            left = new CopyOnWriteArrayList<>(turns);
        }

        boolean heard(String name) {
            return heard.contains(name);
        }

        PlayedService service() {
            return new PlayedService("cardReader") {
                @Override
                void received(WebSocket from, Message.Command command) {
                    answer(new Say(from), command);
                }
            };
        }

        private void answer(PlayedService.Say say, Message.Command command) {
            heard.add(command.name());
            Turn turn = left.stream()
                    .filter(each ->
                            each.sent().isPresent() && each.sent().get().name().equals(command.name()))
                    .findFirst()
                    .orElseThrow();
            left.removeAll(left.subList(0, left.indexOf(turn) + 1));
            turn.answers().forEach(answer -> say.message(renumbered(answer, command.requestId())));
            if (turn.closedAfter()) {
                say.to().closeConnection(1006, "");
            }
        }

        private static Message renumbered(Message answer, int id) {
            if (answer instanceof Message.Acknowledge old) {
                return new Message.Acknowledge(old.name(), old.version(), id, old.status());
            }
            if (answer instanceof Message.Event old) {
                return new Message.Event(old.name(), old.version(), id, old.payload());
            }
            if (answer instanceof Message.Completion old) {
                return new Message.Completion(old.name(), old.version(), id, old.outcome(), old.payload());
            }
            return answer;
        }
    }

    private static final class Hearing implements Conversation.Listener {

        private final List<Message> events = new CopyOnWriteArrayList<>();
        private volatile boolean ended;

        @Override
        public void event(Message event) {
            events.add(event);
        }

        @Override
        public void ended(String why) {
            ended = true;
        }
    }
}
