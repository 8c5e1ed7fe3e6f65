package dev.kioskguard.sim.measure.guard;

import dev.kioskguard.audit.DataDirectory;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.sqlite.SqliteJournal;
import dev.kioskguard.content.Script;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.run.GuardCore;
import dev.kioskguard.risk.RiskPolicy;
import dev.kioskguard.sim.measure.Figure;
import dev.kioskguard.sim.measure.Goal;
import dev.kioskguard.sim.measure.Measure;
import dev.kioskguard.sim.measure.Spread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A step of the guard with its durable line, in turn with one flushed append of the same bytes to a plain file. */
public final class StepMeasure implements Measure {

    private static final double RATIO_MAX = 3;
    private static final int WARM_UP_TRANSFERS = 20;
    private static final int TRANSFERS = 60;

    private final Path folder;
    private final Script script;
    private final RiskPolicy risk;

    /**
     * A measure of the disk that a folder is on.
     *
     * @param folder empty or not there yet; what is written stays
     */
    public StepMeasure(Path folder, Script script, RiskPolicy risk) {
        this.folder = folder;
        this.script = script;
        this.risk = risk;
    }

    @Override
    public String name() {
        return "step";
    }

    @Override
    public Figure take() throws IOException {
        try (DataDirectory data = DataDirectory.open(folder);
                Journal journal = SqliteJournal.open(data, Instant.MAX, new SecureRandom());
                FileChannel bare =
                        FileChannel.open(data.file("bare"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            var taken = new InTurn(MeasuredGuard.over(journal, script, risk), journal, bare);
            var customers = new HonestTransfers(taken.core::state, taken::take, MeasuredGuard.START);
            transfers(customers, WARM_UP_TRANSFERS);
            taken.forget();
            transfers(customers, TRANSFERS);
            return new Figure(
                    name(),
                    "guard step with its durable line / bare flushed append",
                    Spread.micros(nanos(taken.steps)),
                    Spread.micros(nanos(taken.appends)),
                    Goal.atMost(RATIO_MAX));
        }
    }

    private static void transfers(HonestTransfers customers, int count) {
        for (int n = 0; n < count; n++) {
            customers.next();
        }
    }

    private static long[] nanos(List<Long> measured) {
        return measured.stream().mapToLong(Long::longValue).toArray();
    }

    /** Takes a step and then appends its bytes, so that whatever else the disk does falls on both alike. */
    private static final class InTurn {

        private final GuardCore core;
        private final Journal journal;
        private final FileChannel bare;
        private final List<Long> steps = new ArrayList<>();
        private final List<Long> appends = new ArrayList<>();

        private InTurn(GuardCore core, Journal journal, FileChannel bare) {
            this.core = core;
            this.journal = journal;
            this.bare = bare;
        }

        private void take(GuardEvent event) {
            long began = System.nanoTime();
            core.take(event);
            steps.add(System.nanoTime() - began);
            byte[] line = journal.lines(journal.head().sequence() - 1, 1)
                    .get(0)
                    .text()
                    .getBytes(StandardCharsets.UTF_8);
            try {
                began = System.nanoTime();
                bare.write(ByteBuffer.wrap(line));
                bare.force(true);
                appends.add(System.nanoTime() - began);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void forget() {
            steps.clear();
            appends.clear();
        }
    }
}
