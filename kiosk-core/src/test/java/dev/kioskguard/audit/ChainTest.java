package dev.kioskguard.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.audit.Chain.Break;
import dev.kioskguard.audit.Chain.Fault;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ChainTest {

    private static final int LINES = 10;
    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

    private List<Line> lines;
    private Head head;

    @BeforeEach
    void writeTenLines() {
        MemoryJournal journal = written("step", LINES);
        lines = new ArrayList<>(journal.lines(0, LINES));
        head = journal.head();
    }

    @Test
    void anUntouchedChainHolds() {
        assertThat(Chain.verify(lines, List.of())).isEmpty();
        assertThat(Chain.verify(lines, List.of(head, lines.get(3).head()))).isEmpty();
        assertThat(Chain.verify(List.of(), List.of(Head.NONE))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9, 10})
    void aChangedLineIsNamed(int sequence) {
        Line line = lines.get(sequence - 1);
        put(sequence, new Line(sequence, line.text().replace("step", "slip"), line.hash()));
        assertBroken(sequence, Fault.CHANGED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9})
    void aChangedLineWhoseHashWasMendedIsNamed(int sequence) {
        String text = lines.get(sequence - 1).text().replace("step", "slip");
        put(sequence, new Line(sequence, text, Line.hashOf(text)));
        assertBroken(sequence, Fault.CHANGED);
    }

    @Test
    void aChangedLastLineWhoseHashWasMendedNeedsAnAnchor() {
        String text = lines.get(LINES - 1).text().replace("step", "slip");
        put(LINES, new Line(LINES, text, Line.hashOf(text)));
        assertThat(Chain.verify(lines, List.of()))
                .as("nothing follows that could tell")
                .isEmpty();
        assertThat(Chain.verify(lines, List.of(head))).map(Break::fault).contains(Fault.REWRITTEN);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9})
    void aMissingLineIsNamed(int sequence) {
        lines.remove(sequence - 1);
        assertBroken(sequence, Fault.MISSING);
    }

    @Test
    void aMissingLineIsNamedThoughTheRestWasRenumbered() {
        lines.remove(4);
        for (int n = 4; n < lines.size(); n++) {
            lines.set(n, new Line(n + 1, lines.get(n).text(), lines.get(n).hash()));
        }
        assertBroken(5, Fault.MISSING);
    }

    @Test
    void linesInAnotherOrderAreNamed() {
        Collections.swap(lines, 3, 6);
        assertBroken(4, Fault.REORDERED);
    }

    @Test
    void swappedTextsAtUnchangedPlacesAreNamed() {
        Line fourth = lines.get(3);
        Line seventh = lines.get(6);
        put(4, new Line(4, seventh.text(), seventh.hash()));
        put(7, new Line(7, fourth.text(), fourth.hash()));
        assertBroken(4, Fault.REORDERED);
    }

    @Test
    void aLineThatStandsTwiceIsNamed() {
        lines.add(5, new Line(6, lines.get(4).text(), lines.get(4).hash()));
        assertBroken(6, Fault.REORDERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "{}", "{\"seq\":3}", "[1]", "not json"})
    void aLineThatIsNoLineIsNamed(String text) {
        put(3, new Line(3, text, Line.hashOf(text)));
        assertBroken(3, Fault.CHANGED);
    }

    @Test
    void aCutEndShowsWithAnAnchorOnly() {
        lines.subList(6, LINES).clear();
        assertThat(Chain.verify(lines, List.of()))
                .as("a chain cannot tell by itself")
                .isEmpty();
        assertThat(Chain.verify(lines, List.of(head)))
                .contains(new Break(7, Fault.CUT, "the anchor knows of lines up to 10"));
    }

    @Test
    void anEmptiedJournalShowsWithAnAnchor() {
        assertThat(Chain.verify(List.of(), List.of(head))).map(Break::sequence).contains(1L);
    }

    @Test
    void aRewrittenChainShowsWithAnAnchorOnly() {
        List<Line> forged = written("other", LINES + 2).lines(0, LINES + 2);
        assertThat(Chain.verify(forged, List.of()))
                .as("a chain cannot tell by itself")
                .isEmpty();
        assertThat(Chain.verify(forged, List.of(head))).map(Break::fault).contains(Fault.REWRITTEN);
        assertThat(Chain.verify(forged, List.of(head, lines.get(2).head())))
                .as("an earlier anchor narrows it down")
                .map(Break::sequence)
                .contains(3L);
    }

    private static MemoryJournal written(String kind, int count) {
        MemoryJournal journal = new MemoryJournal(new SecureRandom());
        var open = JsonMapper.builder().build().createObjectNode();
        IntStream.range(0, count)
                .forEach(n -> journal.append(new Entry(NOON.plusSeconds(n), kind, "v1", open.put("n", n), null)));
        return journal;
    }

    private void put(int sequence, Line line) {
        lines.set(sequence - 1, line);
    }

    private void assertBroken(long sequence, Fault fault) {
        Optional<Break> broken = Chain.verify(lines, List.of());
        assertThat(broken).map(Break::sequence).contains(sequence);
        assertThat(broken).map(Break::fault).contains(fault);
    }
}
