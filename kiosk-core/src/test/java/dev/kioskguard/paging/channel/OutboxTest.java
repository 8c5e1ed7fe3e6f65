package dev.kioskguard.paging.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxTest {

    private static final Sheet FIRST = new Sheet("p-1", "raised");
    private static final Sheet LATER = new Sheet("p-1", "acknowledged");

    private final Outbox outbox = new Outbox();

    @Test
    void aSheetIsDueUntilTheOtherSideHasConfirmedIt() {
        assertThat(outbox.due(List.of(FIRST), 10)).containsExactly(FIRST);
        assertThat(outbox.due(List.of(FIRST), 10)).as("it is under way").isEmpty();
        assertThat(outbox.waiting(List.of(FIRST))).isEqualTo(1);
        outbox.confirmed(FIRST);
        assertThat(outbox.waiting(List.of(FIRST))).isZero();
        assertThat(outbox.due(List.of(FIRST), 10)).isEmpty();
    }

    @Test
    void whatSomebodyElseWritesWhileASheetIsUnderWayIsPutRightOnceItHasArrived() {
        outbox.due(List.of(FIRST), 10);
        outbox.overwritten(FIRST.id());
        assertThat(outbox.due(List.of(FIRST), 10)).as("it is under way").isEmpty();
        outbox.confirmed(FIRST);
        assertThat(outbox.due(List.of(FIRST), 10)).containsExactly(FIRST);
        outbox.confirmed(FIRST);
        assertThat(outbox.waiting(List.of(FIRST))).isZero();
    }

    @Test
    void aSheetIsGivenUpAfterItsTriesUntilItChangesOrTheLineIsNew() {
        var patient = new Outbox(2);
        List<Sheet> both = List.of(FIRST, new Sheet("p-2", "raised"));
        for (int i = 0; i < 2; i++) {
            assertThat(patient.due(both, 10)).contains(FIRST);
            patient.failed(FIRST);
        }
        assertThat(patient.due(both, 10)).as("others are not kept waiting").isEmpty();
        assertThat(patient.deliveries(both)).isEqualTo(Map.of("p-1", Delivery.FAILED, "p-2", Delivery.WAITING));
        assertThat(patient.waiting(both)).as("and it stays visible").isEqualTo(2);
        assertThat(patient.due(List.of(LATER), 10)).contains(LATER);
        patient.failed(LATER);
        patient.lost();
        assertThat(patient.due(List.of(LATER), 10)).contains(LATER);
        patient.confirmed(LATER);
        assertThat(patient.deliveries(List.of(LATER))).isEqualTo(Map.of("p-1", Delivery.TAKEN));
        assertThat(patient.deliveries(List.of(new Sheet("p-1", null))))
                .as("of what is over nobody asks")
                .isEmpty();
    }

    @Test
    void aLaterStateWaitsForTheEarlierAndTheOneInBetweenIsLeftOut() {
        outbox.due(List.of(FIRST), 10);
        assertThat(outbox.due(List.of(new Sheet("p-1", "delivered")), 10)).isEmpty();
        outbox.confirmed(FIRST);
        assertThat(outbox.due(List.of(LATER), 10)).containsExactly(LATER);
    }

    @Test
    void whatIsForgottenIsTakenAwayAlsoWhereNobodyKnowsWhetherItArrived() {
        outbox.due(List.of(FIRST), 10);
        outbox.lost();
        assertThat(outbox.due(List.of(), 10)).containsExactly(new Sheet("p-1", null));
        outbox.confirmed(new Sheet("p-1", null));
        assertThat(outbox.due(List.of(), 10)).isEmpty();
    }

    @Test
    void noMoreAreUnderWayThanMayBeAndStrangersFillNothing() {
        List<Sheet> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(new Sheet("p-" + i, "x"));
        }
        assertThat(outbox.due(many, 7)).isEqualTo(many.subList(0, 7));
        assertThat(outbox.due(many, 7)).isEmpty();
        for (int i = 0; i < 10 * Outbox.STRANGE_IDS_MAX; i++) {
            outbox.overwritten("strange-" + i);
        }
        assertThat(outbox.waiting(List.of())).isLessThanOrEqualTo(Outbox.STRANGE_IDS_MAX);
    }

    /** A world in which everything goes wrong; when it comes to rest, the other side has what stands. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverHappensInTheEndTheOtherSideHasWhatStands(long seed) {
        var random = new Random(seed);
        Map<String, Sheet> standing = new LinkedHashMap<>();
        Map<String, String> there = new HashMap<>();
        Deque<Sheet> onTheWire = new ArrayDeque<>();
        for (int i = 0; i < 5_000; i++) {
            String id = "p-" + random.nextInt(20);
            switch (random.nextInt(8)) {
                case 0 -> standing.put(id, new Sheet(id, "state " + i));
                case 1 -> standing.put(id, new Sheet(id, null));
                case 2 -> standing.remove(id);
                case 3 -> arrives(onTheWire.poll(), there);
                case 4 -> {
                    if (random.nextInt(20) == 0) {
                        onTheWire.clear();
                        there.clear();
                        outbox.lost();
                    }
                }
                case 5 -> {
                    there.put("p-forged", "x");
                    outbox.overwritten("p-forged");
                }
                default -> onTheWire.addAll(outbox.due(List.copyOf(standing.values()), 5));
            }
        }
        List<Sheet> all = List.copyOf(standing.values());
        while (outbox.waiting(all) > 0) {
            onTheWire.addAll(outbox.due(all, 5));
            assertThat(onTheWire).as("what waits is under way").isNotEmpty();
            arrives(onTheWire.poll(), there);
        }
        var wanted = new HashMap<String, String>();
        all.stream()
                .filter(sheet -> sheet.text() != null)
                .forEach(sheet -> wanted.put(sheet.id(), Objects.requireNonNull(sheet.text())));
        assertThat(there).isEqualTo(wanted);
    }

    private void arrives(Sheet sheet, Map<String, String> there) {
        if (sheet == null) {
            return;
        }
        if (sheet.text() == null) {
            there.remove(sheet.id());
        } else {
            there.put(sheet.id(), sheet.text());
        }
        outbox.confirmed(sheet);
    }
}
