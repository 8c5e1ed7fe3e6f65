package dev.kioskguard.sim.measure.guard;

import dev.kioskguard.audit.MemoryJournal;
import dev.kioskguard.content.Script;
import dev.kioskguard.risk.RiskPolicy;
import dev.kioskguard.sim.measure.Figure;
import dev.kioskguard.sim.measure.Goal;
import dev.kioskguard.sim.measure.Measure;
import dev.kioskguard.sim.measure.Spread;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;

/**
 * Whole guarded transfers in virtual time, the journal in memory, each line sealed and chained.
 *
 * <p>One thread, in its processor time: what else the machine does is not the guard's slowness.
 */
public final class TransfersMeasure implements Measure {

    private static final double A_SECOND_MIN = 500;
    private static final int WARM_UP_ROUNDS = 20;
    private static final int ROUNDS = 100;
    private static final int TRANSFERS_A_ROUND = 20;

    private final Script script;
    private final RiskPolicy risk;

    public TransfersMeasure(Script script, RiskPolicy risk) {
        this.script = script;
        this.risk = risk;
    }

    @Override
    public String name() {
        return "transfers";
    }

    @Override
    public Figure take() {
        measure(WARM_UP_ROUNDS);
        return new Figure(
                name(),
                "whole guarded transfers in virtual time, one thread",
                Spread.rates("/s", measure(ROUNDS)),
                null,
                Goal.atLeast(A_SECOND_MIN));
    }

    private double[] measure(int rounds) {
        var rates = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            var core = MeasuredGuard.over(new MemoryJournal(new SecureRandom()), script, risk);
            var customers = new HonestTransfers(core::state, core::take, MeasuredGuard.START);
            long began = processorNanos();
            for (int n = 0; n < TRANSFERS_A_ROUND; n++) {
                customers.next();
            }
            rates[round] = (double) TRANSFERS_A_ROUND * TimeUnit.SECONDS.toNanos(1) / (processorNanos() - began);
        }
        return rates;
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
