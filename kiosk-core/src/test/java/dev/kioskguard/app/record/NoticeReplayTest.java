package dev.kioskguard.app.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.app.config.ShippedPolicy;
import dev.kioskguard.audit.Line;
import dev.kioskguard.audit.MemoryJournal;
import dev.kioskguard.content.ShippedContent;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.NoticeWanted;
import dev.kioskguard.guard.run.GuardCore;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.guard.state.Notice;
import dev.kioskguard.guard.state.Notice.Subject;
import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.guard.state.Visit;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was shown beside a transfer stands open in the journal with its digest, and is decided again the same. */
class NoticeReplayTest {

    private static final Instant NOON = Instant.parse("2026-11-02T04:00:00Z");
    private static final String DIGEST = "ab".repeat(32);

    private final MemoryJournal journal = new MemoryJournal(new SecureRandom());
    private final Policy policy = new Policy(
            Limits.USUAL,
            ShippedContent.pack().script(),
            ShippedPolicy.RISK,
            new Policy.Site("B-001", ZoneId.of("Asia/Shanghai"), true));
    private final JournalRecorder recorder = new JournalRecorder(journal);
    private final GuardCore guard = new GuardCore(GuardState.EMPTY, policy, recorder, new Random(5), effect -> {});

    @Test
    void anAcknowledgementNamesTheTextAndReplays() {
        recorder.policy(NOON, PolicyLine.of(policy, "pack-1"));
        guard.take(new GuardEvent.ScreenChanged(NOON, true));
        guard.take(new GuardEvent.VisitBegan(
                NOON, new Visit("s-1", "card-1", "622202******0001", "zh-CN", Visit.Mode.GUARD, Set.of(), NOON)));
        var wanted = new NoticeWanted(
                new Notice.Wording(Subject.ACCOUNT_OPENING, DIGEST, "pack-1"), Duration.ofSeconds(8), false);
        guard.take(new GuardEvent.NoticeRequested(NOON, "n-1", "s-1", wanted));
        String screen = Objects.requireNonNull(guard.state().notice()).screen().id();
        guard.take(new GuardEvent.ChoiceMade(NOON.plusSeconds(9), screen, "understood"));

        assertThat(journal.lines(0, 100).stream()
                        .map(line -> line.fields().open().path(JournalRecorder.NOTICES))
                        .filter(JsonNode::isArray)
                        .map(JsonNode::toString))
                .containsExactly(line("shown"), line("acknowledged"));
        var replay = new Replay(journal::personal, GuardState.EMPTY);
        journal.all().forEach(replay::take);
        assertThat(replay.outcome().disagreement()).isNull();
        assertThat(replay.outcome().agreed()).as("control").isEqualTo(4);
        assertThat(journal.lines(0, 100).stream().map(Line::text)).noneMatch(text -> text.contains("understood"));
    }

    private static String line(String state) {
        return "[[\"n-1\",\"account-opening\",\"%s\",\"%s\",\"pack-1\"]]".formatted(state, DIGEST);
    }
}
