package dev.kioskguard.adapter.xfs4iot.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.xfs4iot.message.Message;
import dev.kioskguard.device.DeviceException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryTest extends OnPlayedTerminal {

    private final Directory directory = new Directory(environment);

    private URI find(URI publisher, String interfaceName) {
        return CompletableFuture.supplyAsync(() -> directory.find(publisher, interfaceName), environment::run)
                .thenCompose(CompletionStage::toCompletableFuture)
                .join();
    }

    @Test
    void aServiceIsFoundByWhatItCanDoAndNotByItsName() {
        terminal.with("A", new PlayedService("camera"))
                .with("B", new PlayedService("keyboard,pinPad"))
                .with("C", new PlayedService("cardReader"))
                .published();

        assertThat(find(terminal.publisher(), "cardReader")).isEqualTo(terminal.uri("C"));
        assertThat(find(terminal.publisher(), "pinPad")).isEqualTo(terminal.uri("B"));
    }

    @Test
    void aServiceThatAnswersNothingDoesNotHideTheOthers() {
        terminal.with("A", new PlayedService("camera").on("Common.Capabilities", (say, command) -> {}))
                .with("C", new PlayedService("cardReader"))
                .published();

        assertThat(find(terminal.publisher(), "cardReader")).isEqualTo(terminal.uri("C"));
    }

    @Test
    void servicesMayBeNamedOneAfterTheOtherInEvents() {
        PlayedService publisher = new PlayedService("servicePublisher", "ServicePublisher.GetServices 3.0")
                .on("ServicePublisher.GetServices", (say, command) -> {
                    say.acknowledge(command);
                    say.event(
                            command,
                            "ServicePublisher.ServiceDetailEvent",
                            "{'vendorName':'Test','services':[{'serviceURI':'%s'}]}".formatted(terminal.uri("C")));
                    say.complete(command, "{'vendorName':'Test','services':[]}");
                });
        terminal.with("C", new PlayedService("cardReader")).publisher(publisher);

        assertThat(find(terminal.publisher(), "cardReader")).isEqualTo(terminal.uri("C"));
        assertThat(publisher.heard().stream().map(Message.Command::version)).containsExactly("2.0", "3.0");
    }

    @Test
    void whatNobodyHasIsNamed() {
        terminal.with("A", new PlayedService("camera")).published();

        assertThatThrownBy(() -> find(terminal.publisher(), "cardReader"))
                .hasCauseInstanceOf(DeviceException.class)
                .hasMessageContaining("none of the 1 services");
    }

    @Test
    void noConnectionIsLeftBehind() {
        PlayedService reader = new PlayedService("cardReader");
        terminal.with("C", reader).published();

        find(terminal.publisher(), "cardReader");

        await().until(() -> reader.connected().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "ws://host, true",
        "ws://host/, true",
        "ws://host:5846/xfs4iot/v1.0, true",
        "ws://host:5846/xfs4iot/v1.0/, true",
        "ws://host:5846/xfs4iot/v1.0/CardReader, false",
        "ws://host:5846/xfs4iot/v1.0/CardReader/, false",
    })
    void anAddressIsAPublishersOrAServices(URI uri, boolean publisher) {
        assertThat(Directory.isPublisher(uri)).isEqualTo(publisher);
    }

    @Test
    void aTerminalIsLookedForAtEveryPortOfTheStandard() {
        assertThat(PublisherAddress.candidates(URI.create("ws://host")))
                .hasSize(12)
                .startsWith(URI.create("ws://host:80/xfs4iot/v1.0"))
                .endsWith(URI.create("ws://host:5856/xfs4iot/v1.0"));
        assertThat(PublisherAddress.candidates(URI.create("wss://host")))
                .hasSize(12)
                .startsWith(URI.create("wss://host:443/xfs4iot/v1.0"));
        assertThat(PublisherAddress.candidates(URI.create("ws://host:5900/xfs4iot/v1.0")))
                .containsExactly(URI.create("ws://host:5900/xfs4iot/v1.0"));
    }

    @Test
    void aPublisherBehindTlsCannotSendUsElsewhereWithoutIt() {
        URI publisher = URI.create("wss://terminal:443/xfs4iot/v1.0");

        assertThatThrownBy(() -> PublisherAddress.service(publisher, "ws://terminal:5846/xfs4iot/v1.0/X"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PublisherAddress.service(publisher, "file:///etc/passwd"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aServiceThatCallsItselfLocalIsLocalToItsPublisher() {
        assertThat(PublisherAddress.service(
                        URI.create("ws://terminal:5846/xfs4iot/v1.0"), "ws://localhost:5846/xfs4iot/v1.0/X/"))
                .isEqualTo(URI.create("ws://terminal:5846/xfs4iot/v1.0/X/"));
        assertThat(PublisherAddress.service(
                        URI.create("ws://127.0.0.1:5846/xfs4iot/v1.0"), "ws://localhost:5846/xfs4iot/v1.0/X/"))
                .isEqualTo(URI.create("ws://localhost:5846/xfs4iot/v1.0/X/"));
    }
}
