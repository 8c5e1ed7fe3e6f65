package dev.kioskguard.app.hop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.audit.Letter;
import dev.kioskguard.guard.event.Effect.TellNeighbours;
import dev.kioskguard.paging.channel.Neighbours.Alert;
import dev.kioskguard.transfer.Tier;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two machines of a branch, with nothing between them but what one says and the other hears. */
class HopsTest {

    private static final String CARD = "6222020000000000018";

    @TempDir
    private Path folder;

    private HopMachine one;
    private HopMachine two;

    @BeforeEach
    void open() throws IOException {
        one = HopMachine.open(folder, "ATM-1");
        two = HopMachine.open(folder, "ATM-2");
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    @Test
    void aCardThatWasStoppedAtOneMachineStartsAtOrangeAtTheOther() {
        two.hears(one.stops(CARD));

        assertThat(two.tierOf(CARD)).isEqualTo(Tier.ORANGE);
        assertThat(two.tierOf("6222020000000000026")).as("another card").isEqualTo(Tier.GREEN);
        assertThat(two.refusals).isEmpty();
    }

    @Test
    void itIsKnownOverMidnightAndForgottenAfterADay() {
        two.hears(one.stops(CARD));
        two.now = two.now.plus(Duration.ofHours(23));
        assertThat(two.tierOf(CARD)).isEqualTo(Tier.ORANGE);
        two.now = two.now.plus(Duration.ofHours(1));
        assertThat(two.tierOf(CARD)).isEqualTo(Tier.GREEN);
    }

    @Test
    void whatIsKnownAlreadyIsNoSecondLine() {
        Alert alert = one.stops(CARD);
        two.hears(alert);
        long lines = two.lines();
        IntStream.range(0, 5).forEach(again -> two.hears(alert));
        assertThat(two.lines()).isEqualTo(lines);
        assertThat(two.refusals).isEmpty();
    }

    @Test
    void whatCannotBeWrittenDownIsTriedAgain() {
        Alert alert = one.stops(CARD);
        two.diskFull = true;
        two.hears(alert);
        assertThat(two.lines()).as("control").isZero();
        two.diskFull = false;
        two.look();
        assertThat(two.tierOf(CARD)).isEqualTo(Tier.ORANGE);
    }

    @Test
    void theJournalHasOnlyWhatThisMachinesOwnSaltStandsBehind() {
        Alert alert = one.stops(CARD);
        String token = HopMachine.tokenIn(alert);
        two.hears(alert);
        assertThat(two.state().cards().keySet())
                .singleElement()
                .satisfies(name ->
                        assertThat(name).startsWith(Neighbourhood.PREFIX).doesNotContain(token));
        assertThat(two.written()).isNotEmpty().noneMatch(line -> line.contains(token));
    }

    @Test
    void theWordIsInTheCommitOfItsLineAndIsToldAfterARestartUntilItsTimeIsOver() {
        Alert said = one.stops(CARD);
        assertThat(said.left()).isEqualTo(Duration.ofHours(24));

        one.restarts();
        assertThat(one.says()).containsExactly(said);
        one.now = one.now.plus(Duration.ofHours(24)).minusSeconds(1);
        one.look();
        assertThat(one.says()).extracting(Alert::left).containsExactly(Duration.ofSeconds(1));
        one.now = one.now.plusSeconds(1);
        assertThat(one.says()).isEmpty();
        one.look();
        assertThat(one.journal.letters()).isEmpty();
        assertThat(one.journalText()).contains(HopBoard.OVER);
    }

    @Test
    void aMachineTellsOfAHundredStopsAtATimeAndTheOldestGoes() {
        Alert first = one.stops(CARD);
        for (int i = 0; i < HopBoard.HOPS_MAX; i++) {
            one.now = one.now.plusSeconds(1);
            one.stops(CARD);
        }
        assertThat(one.says()).hasSize(HopBoard.HOPS_MAX).doesNotContain(first);
        assertThat(one.journal.letters().stream().map(Letter::id))
                .hasSize(HopBoard.HOPS_MAX)
                .doesNotContain(first.sheet().id());
    }

    @Test
    void ofACardThatHasNotBeenHereNothingCanBeSaid() {
        one.carriesOut(new TellNeighbours("nobody", one.now, one.now.plusSeconds(60)));
        assertThat(one.says()).isEmpty();
    }

    @Test
    void aMachineWithoutTheSecretTellsNobodyAndKnowsNoNames() {
        assertThat(Hops.none().names().of("token", CARD)).isEmpty();
        assertThat(Hops.none().letters(List.of(new TellNeighbours("token", Instant.EPOCH, Instant.MAX))))
                .isEmpty();
    }

    @Test
    void aCardIsKnownAgainAcrossARenewalOfTheMachinesSalt() {
        two.hears(one.stops(CARD));
        two.renewsItsSalt();
        assertThat(two.tierOf(CARD)).isEqualTo(Tier.ORANGE);
        assertThat(two.data().resolve("card-salt.former")).as("control").exists();
    }
}
