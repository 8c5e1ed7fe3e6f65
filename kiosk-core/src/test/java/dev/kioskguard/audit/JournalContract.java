package dev.kioskguard.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.audit.JournalException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What every journal promises, wherever it keeps its lines. */
public abstract class JournalContract {

    protected static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    protected Journal journal;

    /** Returns a journal without a line. */
    protected abstract Journal begin();

    @BeforeEach
    void beginTheJournal() {
        journal = begin();
    }

    @AfterEach
    void closeTheJournal() {
        journal.close();
    }

    protected static Entry entry(Instant at, String kind) {
        return new Entry(at, kind, null, JSON.createObjectNode().put("is", kind), null);
    }

    protected static Entry personal(Instant at, String visit, String name) {
        return new Entry(at, "asked", visit, JSON.createObjectNode().put("n", 1), node("name", name));
    }

    protected static ObjectNode node(String name, String value) {
        return JSON.createObjectNode().put(name, value);
    }

    @Test
    void anEmptyJournalHasNoHeadAndNoTime() {
        assertThat(journal.head()).isEqualTo(Head.NONE);
        assertThat(journal.lastAt()).isEmpty();
        assertThat(journal.all()).isEmpty();
    }

    @Test
    void aLineIsJsonWithItsKeysInTheDocumentedOrder() {
        journal.append(new Entry(NOON, "began", "v1", node("language", "zh"), null));
        String zeros = "0".repeat(64);
        assertThat(journal.lines(0, 10))
                .extracting(Line::text)
                .containsExactly("{\"seq\":1,\"at\":\"2026-11-21T04:00:00Z\",\"kind\":\"began\",\"visit\":\"v1\","
                        + "\"open\":{\"language\":\"zh\"},\"sealed\":null,\"prev\":\"" + zeros + "\"}");
    }

    @Test
    void everyLineNamesTheHashOfTheLineBeforeIt() {
        Head first = journal.append(entry(NOON, "one"));
        Head second = journal.append(entry(NOON.plusSeconds(1), "二"));
        List<Line> lines = journal.lines(0, 10);
        assertThat(first).isEqualTo(new Head(1, Line.hashOf(lines.get(0).text())));
        assertThat(lines.get(1).fields().prev()).isEqualTo(first.hash());
        assertThat(journal.head()).isEqualTo(second).isEqualTo(lines.get(1).head());
        assertThat(journal.lastAt()).contains(NOON.plusSeconds(1));
        assertThat(Chain.verify(journal.all(), List.of(first, second))).isEmpty();
    }

    @Test
    void linesAreReadInPages() {
        IntStream.range(0, 25).forEach(n -> journal.append(entry(NOON.plusMillis(n), "n" + n)));
        assertThat(journal.lines(10, 5)).extracting(Line::sequence).containsExactly(11L, 12L, 13L, 14L, 15L);
        assertThat(journal.lines(25, 5)).isEmpty();
        assertThat(journal.all()).hasSize(25);
    }

    @Test
    void whatIsPersonalIsReadBackButDoesNotStandInTheLine() {
        journal.append(personal(NOON, "v1", "张小明"));
        Line line = journal.lines(0, 1).get(0);
        assertThat(line.text()).doesNotContain("张小明").contains("\"sealed\":\"");
        assertThat(journal.personal(line.fields())).contains(node("name", "张小明"));
    }

    @Test
    void whatIsSealedForOneLineDoesNotOpenInAnother() {
        journal.append(personal(NOON, "v1", "张小明"));
        Line.Fields from = journal.lines(0, 1).get(0).fields();
        var moved = new Line.Fields(9, from.at(), from.kind(), from.visit(), from.open(), from.sealed(), from.prev());
        assertThat(journal.personal(moved)).isEmpty();
        assertThat(journal.personal(from)).as("control").isPresent();
    }

    @Test
    void aForgottenVisitCannotBeReadAndTheChainStillHolds() {
        journal.append(personal(NOON, "old", "张小明"));
        Head head = journal.append(personal(NOON.plusSeconds(60), "new", "李四"));
        assertThat(journal.forget(NOON.plusSeconds(30))).isEqualTo(1);
        assertThat(journal.forget(NOON.plusSeconds(30))).as("once is enough").isZero();
        List<Line> lines = journal.lines(0, 2);
        assertThat(journal.personal(lines.get(0).fields())).isEmpty();
        assertThat(journal.personal(lines.get(1).fields())).contains(node("name", "李四"));
        assertThat(Chain.verify(journal.all(), List.of(head))).isEmpty();
    }

    @Test
    void aVisitThatGoesOnAfterItWasForgottenSealsUnderANewKey() {
        journal.append(personal(NOON, "v1", "张小明"));
        journal.forget(NOON.plusSeconds(1));
        journal.append(personal(NOON.plusSeconds(2), "v1", "李四"));
        List<Line> lines = journal.lines(0, 2);
        assertThat(journal.personal(lines.get(0).fields())).isEmpty();
        assertThat(journal.personal(lines.get(1).fields())).contains(node("name", "李四"));
    }

    @Test
    void aSmallStepBackInTimeIsWrittenAsItIs() {
        journal.append(entry(NOON, "one"));
        journal.append(entry(NOON.minusSeconds(5), "overtaken"));
        assertThat(journal.lastAt()).contains(NOON);
        assertThat(journal.lines(1, 1).get(0).fields().at()).isEqualTo(NOON.minusSeconds(5));
    }

    @Test
    void aClockThatWentBackADayWritesNothing() {
        Head head = journal.append(entry(NOON, "one"));
        Instant yesterday = NOON.minus(Duration.ofDays(1));
        assertRefused(() -> journal.append(entry(yesterday, "two")), Reason.CLOCK_WENT_BACK);
        assertThat(journal.head()).isEqualTo(head);
        assertThat(journal.append(entry(NOON.plusSeconds(1), "two")).sequence()).isEqualTo(2);
    }

    @Test
    void aLineThatIsTooLongIsRefusedAndTheNextOneFits() {
        ObjectNode long1 = node("text", "x".repeat(Line.LENGTH_MAX));
        assertRefused(() -> journal.append(new Entry(NOON, "long", null, long1, null)), Reason.TOO_LONG);
        assertThat(journal.append(entry(NOON, "short")).sequence()).isEqualTo(1);
    }

    @Test
    void aLetterStandsUnderItsIdUntilItIsWithdrawn() {
        journal.append(entry(NOON, "one"), List.of(new Letter("a", "1"), new Letter("b", "1")));
        journal.append(entry(NOON, "two"), List.of(new Letter("a", "2")));
        assertThat(journal.letters()).containsExactly(new Letter("a", "2"), new Letter("b", "1"));

        journal.append(entry(NOON, "three"), List.of(new Letter("b", null), new Letter("never", null)));
        assertThat(journal.letters()).containsExactly(new Letter("a", "2"));
        assertThat(journal.all()).hasSize(3);
    }

    @Test
    void aLineThatIsRefusedLeavesItsLettersUnwritten() {
        journal.append(entry(NOON, "one"), List.of(new Letter("a", "1")));
        Instant yesterday = NOON.minus(Duration.ofDays(1));
        assertRefused(
                () -> journal.append(entry(yesterday, "two"), List.of(new Letter("a", "2"))), Reason.CLOCK_WENT_BACK);
        assertThat(journal.letters()).containsExactly(new Letter("a", "1"));
    }

    @Test
    void manyThreadsWriteOneChain() throws Exception {
        var pool = Executors.newFixedThreadPool(4);
        try {
            Callable<@Nullable Head> fifty = () -> {
                IntStream.range(0, 50).forEach(n -> journal.append(personal(NOON, "v" + n % 3, "name")));
                return null;
            };
            for (var done : pool.invokeAll(List.of(fifty, fifty, fifty, fifty))) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(journal.head().sequence()).isEqualTo(200);
        assertThat(Chain.verify(journal.all(), List.of(journal.head()))).isEmpty();
    }

    protected static void assertRefused(Runnable append, Reason reason) {
        assertThatThrownBy(append::run)
                .isInstanceOfSatisfying(
                        JournalException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
