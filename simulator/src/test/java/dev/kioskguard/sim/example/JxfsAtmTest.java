package dev.kioskguard.sim.example;

import static dev.kioskguard.sim.standin.Honest.WISH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.jxfs.Controls;
import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.ServiceHost;
import dev.kioskguard.app.embed.EmbeddedGuard;
import dev.kioskguard.device.CardData;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.Device;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceProvider;
import dev.kioskguard.device.Key;
import dev.kioskguard.device.PinBlock;
import dev.kioskguard.device.PinPad;
import dev.kioskguard.guard.run.Time;
import dev.kioskguard.sim.example.JxfsAtm.Ending;
import dev.kioskguard.sim.http.Call;
import dev.kioskguard.sim.http.GuardConnection;
import dev.kioskguard.sim.pad.DemoKeys;
import dev.kioskguard.sim.standin.StandIn;
import dev.kioskguard.sim.terminal.Card;
import dev.kioskguard.sim.terminal.CardSlot;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.wire.TerminalServices;
import dev.kioskguard.transfer.EndState;
import dev.kioskguard.transfer.TransferRequest;
import dev.kioskguard.transfer.clearance.CanonicalTransfer;
import dev.kioskguard.transfer.clearance.ClearanceVerifier;
import dev.kioskguard.transfer.clearance.Outcome;
import dev.kioskguard.transfer.clearance.UsedClearances;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application in the manners of J/XFS, guarded, at the software terminal and over its wire. */
class JxfsAtmTest {

    private static final int PACE = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Alarms alarms = Alarms.on(clock);
    private final Terminal terminal = new Terminal(alarms, new SplittableRandom(1), "KG-0001");
    private final ServiceHost wire = TerminalServices.openAt(0, terminal, alarms);
    private final List<PinBlock> pins = new ArrayList<>();
    private final CardReader reader = open("CardReader", CardReader.class);
    private final PinPad pad = open("PinPad", PinPad.class);
    private final Controls controls = new Controls().add("MSD1", reader).add("PIN1", pad);
    private EmbeddedGuard guard;
    private GuardConnection screen;
    private JxfsAtm atm;

    @BeforeEach
    void start() {
        Path config = BesideConfig.of(folder.resolve("config"), wire.publisher().getPort());
        Time time = Time.paced(InstantSource.system(), InstantSource.system().instant(), PACE);
        guard = EmbeddedGuard.start(config, folder.resolve("data"), last -> time);
        screen = connection("screen.token");
        atm = new JxfsAtm(controls, guard, new FarHost(time));
        terminal.cardSlot().onPlace(place -> {
            if (place == CardSlot.Place.AT_EXIT) {
                var unused = terminal.pullCard();
            }
        });
    }

    @AfterEach
    void stop() {
        controls.close();
        reader.close();
        pad.close();
        guard.close();
        wire.close();
        clock.shutdownNow();
    }

    private <D extends Device> D open(String service, Class<D> kind) {
        DeviceAddress address = DeviceAddress.of("xfs4iot:" + wire.publisher() + "/" + service);
        return ServiceLoader.load(DeviceProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.scheme().equals(address.scheme()))
                .findFirst()
                .orElseThrow()
                .open(address, kind);
    }

    @Test
    void anHonestCustomersTransferIsClearedPaidAndTheCardComesBack() {
        Ending ending = served("family-support");

        assertThat(ending.answer().verdict().end()).isEqualTo(EndState.CLEARED);
        assertThat(ending.accepted()).isTrue();
        assertThat(pins).hasSize(1).first().extracting(PinBlock::format).isEqualTo(PinBlock.Format.ISO_0);
        assertThat(terminal.cardSlot().place()).isEqualTo(CardSlot.Place.RETURNED);
        assertThat(controls.card("MSD1").getStatus().claimedByOther()).isFalse();
        assertThat(controls.eventsLost()).isZero();
    }

    @Test
    void aCustomerOnTheWayToASafeAccountIsStoppedAndTheHostHearsNothing() {
        Ending ending = served("safe-account");

        assertThat(ending.answer().verdict().end()).isEqualTo(EndState.STOPPED);
        assertThat(ending.accepted()).isFalse();
        assertThat(pins).isEmpty();
        await().atMost(PATIENCE).until(() -> guard.requests().isEmpty());
        assertThat(terminal.cardSlot().place()).isEqualTo(CardSlot.Place.RETURNED);
    }

    @Test
    void aCancelledPinGivesTheCardBackAndAsksTheGuardNothing() {
        CompletionStage<Ending> ending = atm.serve(WISH);
        done(terminal.insertCard("honest"));

        var unused = terminal.press(List.of(Key.CANCEL));

        assertThat(done(ending).answer()).isNull();
        assertThat(done(ending).trouble()).contains("cancel");
        assertThat(terminal.cardSlot().place()).isEqualTo(CardSlot.Place.RETURNED);
    }

    private Ending served(String purpose) {
        try (var customer = new QuickCustomer(screen, purpose);
                var page = new StandIn(screen, alarms, customer)) {
            page.connect();
            await().atMost(PATIENCE)
                    .until(() -> connection("api.token")
                            .call(Call.get("/api/health"))
                            .path("transfersRefusedBecause")
                            .isEmpty());
            CompletionStage<Ending> ending = atm.serve(WISH);
            done(terminal.insertCard("honest"));
            var unused = terminal.press(List.of(Key.ONE, Key.TWO, Key.THREE, Key.FOUR, Key.ENTER));
            return done(ending);
        }
    }

    private GuardConnection connection(String token) {
        return new GuardConnection(guard.screenUri().resolve("/"), () -> {
            try {
                return Files.readString(folder.resolve("data").resolve(token)).strip();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** A host that knows the terminal's public keys and nothing else. */
    private final class FarHost implements JxfsHost {

        private final ClearanceVerifier verifier =
                new ClearanceVerifier(guard::clearanceKeys, UsedClearances.inMemory(100));
        private final InstantSource time;

        FarHost(InstantSource time) {
            this.time = time;
        }

        @Override
        public String pinKey() {
            return DemoKeys.PIN_KEY_TDES;
        }

        @Override
        public String token(CardData card) {
            return "token-of-" + Card.of("honest").orElseThrow().name();
        }

        @Override
        public boolean transfer(TransferRequest wish, String visit, PinBlock pin, String clearance) {
            pins.add(pin);
            var presented = CanonicalTransfer.of(wish, "ATM-0001", visit);
            return verifier.verify(clearance, presented, time.instant()) instanceof Outcome.Accepted;
        }
    }
}
