package dev.kioskguard.app.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.app.config.ShippedPolicy;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.GuardEvent.TransferRequested;
import dev.kioskguard.guard.screen.Manner;
import dev.kioskguard.risk.Facts;
import dev.kioskguard.risk.Judgement;
import dev.kioskguard.risk.RandomFacts;
import dev.kioskguard.risk.RiskPolicy;
import dev.kioskguard.transfer.Tier;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is judged today is judged so again from the journal. */
class SameFactsSameVerdictTest {

    private static final int ROUNDS = 500;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theJournalsFactsAndPolicyGiveTheSameTierAndReasons(long seed) throws Exception {
        var facts = new RandomFacts(seed);
        RiskPolicy read = EventCodec.read(again(EventCodec.write(ShippedPolicy.RISK)), RiskPolicy.class);
        assertThat(read).isEqualTo(ShippedPolicy.RISK);
        Set<Tier> tiers = EnumSet.noneOf(Tier.class);
        for (int round = 0; round < ROUNDS; round++) {
            Facts told = facts.next();
            Judgement judged = ShippedPolicy.RISK.judge(told);
            tiers.add(judged.tier());

            assertThat(ShippedPolicy.RISK.judge(told)).isEqualTo(judged);
            Facts journalled = EventCodec.read(again(EventCodec.write(told)), Facts.class);
            assertThat(read.judge(journalled)).isEqualTo(judged);
        }
        assertThat(tiers).as("control: the facts are of every kind").containsExactlyInAnyOrder(Tier.values());
    }

    @Test
    void whatWasLookedUpStandsInTheRequestsLine() throws Exception {
        Facts facts = new RandomFacts(4).next();
        var event = new TransferRequested(
                Instant.EPOCH,
                "t-1",
                "s-1",
                facts.request(),
                null,
                Manner.ELDER,
                facts.background().lookUp(),
                null);

        GuardEvent read = EventCodec.event(EventCodec.kind(event), again(EventCodec.write(event)));

        assertThat(read).isEqualTo(event);
        assertThat(EventCodec.write(event).path("lookUp").size()).as("control").isEqualTo(3);
    }

    private static JsonNode again(JsonNode tree) {
        return EventCodec.JSON.readTree(tree.toString());
    }
}
