package dev.kioskguard.adapter.xfs4iot.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.adapter.SharedFacts;
import dev.kioskguard.adapter.xfs4iot.message.MessageType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CatalogTest {

    /** Interfaces that are in our catalog whole; of Storage we take what a card reader needs. */
    private static final Set<String> INTERFACES = Set.of(
            "Common",
            "ServicePublisher",
            "CardReader",
            "Keyboard",
            "PinPad",
            "KeyManagement",
            "Crypto",
            "Camera",
            "Lights",
            "Auxiliaries",
            "TextTerminal");

    /** Messages of which we leave out the parts that belong to other interfaces. */
    private static final Set<String> CUT =
            Set.of("Common.Status", "Common.StatusChangedEvent", "Common.Capabilities", "Storage.GetStorage");

    private final Catalog catalog = Catalog.load();

    @Test
    void theMessagesOfTheFlowHaveTheirOwnVersions() {
        assertThat(catalog.command("CardReader.ChipIO").version()).isEqualTo("3.0");
        assertThat(catalog.command("CardReader.ReadRawData").version()).isEqualTo("2.0");
        assertThat(catalog.command("Lights.SetLight").version()).isEqualTo("3.0");
        assertThat(catalog.find("Common.Status", MessageType.COMPLETION)
                        .orElseThrow()
                        .version())
                .isEqualTo("3.0");
    }

    @Test
    void aCommandThatWeDoNotSpeakIsRefused() {
        assertThatThrownBy(() -> catalog.command("CardReader.NoSuch")).hasMessageContaining("CardReader.NoSuch");
        assertThat(catalog.find("CardReader.Move", MessageType.EVENT)).isEmpty();
    }

    @Test
    void aChangedStatusLooksLikeAStatus() {
        assertThat(catalog.find("Common.StatusChangedEvent", MessageType.UNSOLICITED)
                        .orElseThrow()
                        .payload())
                .isEqualTo(catalog.find("Common.Status", MessageType.COMPLETION)
                        .orElseThrow()
                        .payload());
    }

    @Test
    void everyCommandHasItsCompletion() {
        List<MessageSpec> commands = catalog.all().stream()
                .filter(spec -> spec.type() == MessageType.COMMAND)
                .toList();

        assertThat(commands)
                .hasSizeGreaterThan(50)
                .allSatisfy(command -> assertThat(catalog.find(command.name(), MessageType.COMPLETION))
                        .isPresent());
    }

    @Test
    void theCatalogAgreesWithTheReferencesReadingOfTheStandard() {
        Path file = SharedFacts.path("xfs4iot/messages-2024-3.json");
        Map<String, JsonNode> reference = new TreeMap<>();
        JsonMapper.builder().build().readTree(file.toFile()).forEach(message -> {
            String name = message.get("name").stringValue();
            if (INTERFACES.contains(name.substring(0, name.indexOf('.'))) || CUT.contains(name)) {
                reference.put(name + " " + message.get("type").stringValue(), message);
            }
        });

        Map<String, MessageSpec> ours = catalog.all().stream()
                .collect(
                        Collectors.toMap(spec -> spec.name() + " " + spec.type().word(), spec -> spec));

        assertThat(ours.keySet()).isEqualTo(reference.keySet()).hasSizeGreaterThan(150);
        reference.forEach((key, theirs) -> agree(key, ours.get(key), theirs));
    }

    private static void agree(String key, MessageSpec ours, JsonNode theirs) {
        assertThat(ours.version()).as(key).isEqualTo(theirs.get("version").stringValue());
        JsonNode payload = theirs.get("payload");
        if (payload.isNull()) {
            assertThat(ours.payload()).as(key).isNull();
        } else {
            assertThat(ours.payload()).as(key).isNotNull();
            ReferenceShapes.agree(key, ours.payload(), payload, CUT.contains(ours.name()));
        }
    }
}
