package dev.kioskguard.app.metrics;

import dev.kioskguard.app.channel.Outside;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.paging.tally.Fact.Kind;
import dev.kioskguard.web.desk.log.DeskLog;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The meters of one machine, as Prometheus reads them. A fixed few, without a label that grows, and none tells of a
 * person. Thread-safe.
 */
public final class Meters {

    private static final String PREFIX = "kioskguard.";
    private static final String STEP = PREFIX + "step";

    // @formatter:off
    private static final List<Row> TABLE = List.of(
        row("asked.today",         "transfers", "asked for their purpose today", at -> at.count(Kind.ASKED)),
        row("warned.today",        "transfers", "warned of a fraud today", at -> at.count(Kind.WARNED)),
        row("stopped.today",       "transfers", "stopped by guard or customer today", at -> at.count(Kind.STOPPED)),
        row("held.today",          "transfers", "held until somebody came today", at -> at.count(Kind.HELD)),
        row("released.today",      "releases",  "given by staff today", at -> at.count(Kind.RELEASED)),
        row("cancelled.today",     "transfers", "cancelled by staff today", at -> at.count(Kind.CANCELLED)),
        row("raised.today",        "pages",     "raised today", at -> at.count(Kind.RAISED)),
        row("false.today",         "pages",     "for nothing, as staff say today", at -> at.count(Kind.FALSE_ALARM)),
        row("acknowledged.median", "seconds",   "the middle wait of today's pages",          Reading::acknowledged),
        row("outbox.waiting",      "pages",     "that the broker has not confirmed",         Reading::waiting),
        row("broker.connected",    "",          "1 if the broker is there, 0 if it is not",  Reading::connected));
    // @formatter:on

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Timer step;
    private volatile @Nullable Watched source;

    /** Makes meters of which the steps of a guard are counted; what else there is, {@link #watch} says. */
    public Meters() {
        this.step = Timer.builder(STEP)
                .description("a step of the guard, with its durable line and what it does")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    /** Registers what is read each time that somebody asks. */
    public void watch(DeskLog log, ZoneId zone, Outside outside, Journal journal, InstantSource time) {
        watch(() -> Reading.of(log.facts(), time.instant(), zone, outside.status(), journal));
    }

    void watch(Supplier<Reading> now) {
        var watched = new Watched(now);
        for (Row row : TABLE) {
            Gauge.builder(PREFIX + row.name(), watched, all -> row.of().applyAsDouble(all.reading))
                    .strongReference(true)
                    .baseUnit(row.unit().isEmpty() ? null : row.unit())
                    .description(row.description())
                    .register(registry);
        }
        FunctionCounter.builder(PREFIX + "journal", watched, all -> all.reading.lines())
                .baseUnit("lines")
                .description("written to the journal since it was begun")
                .register(registry);
        source = watched;
    }

    /** Begins to time a step; what is returned ends it. */
    public Runnable step() {
        Timer.Sample begun = Timer.start(registry);
        return () -> begun.stop(step);
    }

    /** Returns all meters in the text format of Prometheus, as they are now. */
    public synchronized String text() {
        Watched all = source;
        if (all != null) {
            all.read();
        }
        return registry.scrape();
    }

    /** The same reading for every meter of one answer. */
    private static final class Watched {

        private final Supplier<Reading> now;
        private volatile Reading reading;

        Watched(Supplier<Reading> now) {
            this.now = now;
            this.reading = now.get();
        }

        void read() {
            reading = now.get();
        }
    }

    private static Row row(String name, String unit, String description, ToDoubleFunction<Reading> of) {
        return new Row(name, unit, description, of);
    }

    private record Row(String name, String unit, String description, ToDoubleFunction<Reading> of) {}
}
