package dev.kioskguard.adapter.xfs4iot.client.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.xfs4iot.client.OnPlayedTerminal;
import dev.kioskguard.adapter.xfs4iot.client.PlayedService;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.Device;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.Inspected;
import dev.kioskguard.device.Inspected.Fact;
import dev.kioskguard.device.Inspected.Kind;
import dev.kioskguard.device.PinPad;
import dev.kioskguard.device.Sensors;
import dev.kioskguard.device.Speaker;
import dev.kioskguard.device.Survey;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What an engineer is told of services beyond what the ports ask. */
class FindingsTest extends OnPlayedTerminal {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Xfs4IotProvider provider = new Xfs4IotProvider(environment);

    private Survey survey(URI uri) throws Exception {
        return provider.survey(DeviceAddress.of("xfs4iot:" + uri), PATIENCE)
                .toCompletableFuture()
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private <D extends Device> List<Fact> inspected(PlayedService service, Class<D> kind) {
        URI uri = terminal.with("Device", service).uri("Device");
        D device = provider.open(DeviceAddress.of("xfs4iot:" + uri), kind);
        assertThat(((Inspected) device).inspect()).as("before it has answered").isEmpty();
        await().until(() -> device.status().isOnline());
        return ((Inspected) device).inspect();
    }

    @Test
    void aServiceTellsItsVersionAndWhoBuiltItsDevice() {
        PlayedService service = new PlayedService("cardReader", "CardReader.ReadRawData 2.0", "CardReader.Move 2.0")
                .capable("'common':{'serviceVersion':'1.3.42','deviceInformation':[{'modelName':'CRM 1',"
                        + "'serialNumber':'77','firmware':[{'firmwareName':'EMV\\u0007 kernel',"
                        + "'firmwareVersion':'4.3','hardwareRevision':'B'}],"
                        + "'software':[{'softwareName':'SP','softwareVersion':'9'}]}]}");

        List<Fact> facts = inspected(service, CardReader.class);

        assertThat(facts)
                .contains(
                        new Fact(Kind.VERSION, "service", "1.3.42"),
                        new Fact(Kind.MODEL, "model", "CRM 1"),
                        new Fact(Kind.MODEL, "serial number", "77"),
                        new Fact(Kind.VERSION, "firmware EMV  kernel", "4.3 on hardware B"),
                        new Fact(Kind.VERSION, "software SP", "9"));
        assertThat(facts)
                .as("abilities")
                .anySatisfy(fact -> assertThat(fact.value()).contains("ReadRawData 2.0"));
    }

    @Test
    void whatTheDriverWouldSendAndTheServiceLacksIsNamed() {
        List<Fact> facts = inspected(new PlayedService("cardReader", "CardReader.ReadRawData 2.0"), CardReader.class);

        assertThat(facts)
                .contains(new Fact(Kind.LACK, "command", "CardReader.Move"))
                .doesNotContain(new Fact(Kind.LACK, "command", "CardReader.ReadRawData"));
    }

    @Test
    void whatAServiceTellsHasALimit() {
        String parts = "{'firmwareName':'x','firmwareVersion':'%s'},"
                .formatted("9".repeat(300))
                .repeat(100);
        PlayedService service = new PlayedService("cardReader")
                .capable("'common':{'deviceInformation':[{'firmware':[" + parts.substring(0, parts.length() - 1)
                        + "]}]}");

        assertThat(inspected(service, CardReader.class))
                .hasSize(Inspected.FACTS_MAX)
                .allSatisfy(fact -> assertThat(fact.value()).hasSizeLessThanOrEqualTo(200));
    }

    @Test
    void aPublisherHasTheKindsOfAllItsServices() throws Exception {
        terminal.with("A", new PlayedService("auxiliaries"))
                .with("B", new PlayedService("keyboard,pinPad"))
                .published();

        Survey found = survey(terminal.publisher());

        assertThat(found.kinds()).containsExactlyInAnyOrder(Speaker.class, Sensors.class, PinPad.class);
        assertThat(found.facts())
                .contains(new Fact(Kind.ABILITY, "service", "auxiliaries"))
                .contains(new Fact(Kind.ABILITY, "service", "keyboard, pinPad"));
    }

    @Test
    void aServiceHasItsOwnKindsAlone() throws Exception {
        terminal.with("A", new PlayedService("auxiliaries"))
                .with("C", new PlayedService("cardReader"))
                .published();

        assertThat(survey(terminal.uri("C")).kinds()).containsExactly(CardReader.class);
    }

    @Test
    void whereNobodyListensTheSurveySaysSo() {
        URI uri = terminal.publisher();
        terminal.close();

        assertThatThrownBy(() -> survey(uri))
                .hasCauseInstanceOf(DeviceException.class)
                .hasMessageContaining("connection refused");
    }
}
