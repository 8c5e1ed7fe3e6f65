package dev.kioskguard.adapter.xfs4iot.service;

import static dev.kioskguard.adapter.xfs4iot.service.WireClient.code;
import static dev.kioskguard.adapter.xfs4iot.service.WireClient.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ServiceHostTest extends OneServiceOnTheWire {

    @Test
    void thePublisherNamesTheServicesWithAndWithoutATrailingSlash() {
        for (String slash : List.of("", "/")) {
            try (WireClient publisher = WireClient.connect(URI.create(host.publisher() + slash))) {
                JsonNode services = publisher.call("ServicePublisher.GetServices", "{}");
                assertThat(services.at("/payload/services/0/serviceURI").asString())
                        .isEqualTo(host.service("CardReader").toString());
                assertThat(code(publisher.call("Common.Status", "{}"))).isEqualTo("unsupportedCommand");
            }
        }
        try (WireClient slashed = WireClient.connect(URI.create(host.service("CardReader") + "/"))) {
            assertThat(code(slashed.call("Common.Status", "{}"))).isEqualTo("success");
        }
    }

    @Test
    void thereIsNothingAtOtherPaths() {
        URI elsewhere = URI.create(host.publisher() + "/Nothing");
        assertThatThrownBy(() -> WireClient.connect(elsewhere)).isInstanceOf(CompletionException.class);
    }

    @Test
    void unsolicitedEventsGoToEveryConnectionAndSolicitedOnesToTheCaller() throws InterruptedException {
        try (WireClient other = WireClient.connect(host.service("CardReader"))) {
            assertThat(code(other.call("Common.Status", "{}"))).isEqualTo("success");
            client.send(READ, "{}", 0);
            service.begun().event("CardReader.InsertCardEvent", null);
            service.link.unsolicited("CardReader.MediaRemovedEvent", null);
            client.event("CardReader.InsertCardEvent");
            assertThat(type(client.event("CardReader.MediaRemovedEvent"))).isEqualTo("unsolicited");
            assertThat(type(other.next())).isEqualTo("unsolicited");
        }
    }

    @Test
    void capabilitiesNameEveryMessageWithItsVersion() {
        JsonNode payload = client.call("Common.Capabilities", "{}").path("payload");
        JsonNode reader = payload.at("/interfaces/1");
        assertThat(reader.path("name").asString()).isEqualTo("cardReader");
        assertThat(reader.at("/commands/CardReader.ChipPower/versions/0").asString())
                .isEqualTo("2.0");
        assertThat(reader.path("maximumRequests").asInt()).isEqualTo(Client.COMMANDS_MAX);
        assertThat(payload.at("/interfaces/0/events/Common.StatusChangedEvent/versions/0")
                        .asString())
                .isEqualTo("3.0");
    }

    @Test
    void versionsCanBeChosenThatAreOffered() {
        String good = "{\"commands\":{\"CardReader.Move\":2},\"events\":{\"Common.StatusChangedEvent\":3}}";
        assertThat(code(client.call("Common.SetVersions", good))).isEqualTo("success");
        for (String bad : List.of(
                "{\"commands\":{\"CardReader.Move\":1}}",
                "{\"commands\":{\"PinPad.GetPinBlock\":2}}",
                "{\"events\":{\"No.SuchEvent\":2}}")) {
            assertThat(code(client.call("Common.SetVersions", bad))).isEqualTo("unsupportedData");
        }
    }

    @Test
    void anUnreachableServiceCutsItsConnectionsAndTakesNoneUntilItIsBack() {
        service.link.setReachable(false);
        assertThat(client.closeCode()).isEqualTo(1006);
        assertThatThrownBy(() -> WireClient.connect(host.service("CardReader")))
                .isInstanceOf(CompletionException.class);
        service.link.setReachable(true);
        try (WireClient back = WireClient.connect(host.service("CardReader"))) {
            assertThat(code(back.call("Common.Status", "{}"))).isEqualTo("success");
        }
    }

    @Test
    void theNextFreePortIsTaken() {
        int taken = host.publisher().getPort();
        try (ServiceHost other = new ServiceHost("Other", List.of(new ScriptedService()), alarms, taken, taken + 20)) {
            assertThat(other.publisher().getPort()).isBetween(taken + 1, taken + 20);
        }
        assertThatThrownBy(() -> new ServiceHost("Third", List.of(), alarms, taken, taken))
                .hasMessageContaining("no port");
    }

    @Test
    void closingTellsClientsAndFreesThePort() {
        host.close();
        assertThat(client.closeCode()).isIn(1001, 1006);
        host.close();
        int port = host.publisher().getPort();
        await().untilAsserted(() -> {
            try (ServiceHost again = new ServiceHost("Again", List.of(), alarms, port, port)) {
                assertThat(again.publisher().getPort()).isEqualTo(port);
            }
        });
    }
}
