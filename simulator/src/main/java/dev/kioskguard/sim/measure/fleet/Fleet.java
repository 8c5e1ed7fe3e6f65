package dev.kioskguard.sim.measure.fleet;

import dev.kioskguard.app.channel.Channels;
import dev.kioskguard.paging.Page;
import dev.kioskguard.paging.channel.ChannelAccess;
import dev.kioskguard.paging.channel.ChannelProvider;
import dev.kioskguard.paging.channel.PageChannel;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Machines and their desk at one broker of this machine, each with a connection of its own. For one thread. */
final class Fleet implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(5);

    /** Each says goodbye, and waits for the broker to take it. */
    private static final int GOODBYES_AT_ONCE = 16;

    private final Outfit outfit;
    private final ChannelAccess access;
    private final Calls calls = new Calls();
    private final FleetDesk desk;
    private final List<FleetMachine> machines = new ArrayList<>();
    private final List<PageChannel> channels = new ArrayList<>();

    private Fleet(Outfit outfit, URI broker) {
        this.outfit = outfit;
        this.access = new ChannelAccess(broker, Outfit.BRANCH, null);
        this.desk = new FleetDesk(outfit, calls);
    }

    /** Opens the desk, and returns when it stands. */
    static Fleet at(URI broker, Outfit outfit) throws IOException, InterruptedException {
        var fleet = new Fleet(outfit, broker);
        fleet.desk.open(fleet.access);
        fleet.await(fleet.desk::isConnected, "the desk is connected");
        return fleet;
    }

    /** Has machines call the broker all at once, and returns when the desk knows that each is here. */
    void join(int count) throws IOException, InterruptedException {
        ChannelProvider provider = Channels.of(access.uri().getScheme());
        for (int n = 1; n <= count; n++) {
            var machine = new FleetMachine(FleetMachine.name(n), outfit, calls);
            PageChannel channel = provider.open(access, machine);
            machine.onChanged(channel::changed);
            machines.add(machine);
            channels.add(channel);
        }
        await(() -> desk.here() == count, "every machine is here");
    }

    /**
     * Has each machine call somebody once a round, one after another, and returns when somebody's word was back at each
     * of them. A call is over after its answer, at another's turn.
     */
    void call(int rounds, Duration round) throws IOException, InterruptedException {
        int count = machines.size() * rounds;
        int over = 0;
        long began = System.nanoTime();
        for (int n = 0; n < count; n++) {
            long due = began + round.toNanos() * n / machines.size();
            pause(due - System.nanoTime());
            machine(n).calls(transfer(n));
            for (; over < n && calls.isAnswered(Page.idFor(transfer(over))); over++) {
                machine(over).isOver(transfer(over));
            }
        }
        await(() -> calls.areAnswered(count), "every page is answered");
    }

    private FleetMachine machine(int n) {
        return machines.get(n % machines.size());
    }

    private static String transfer(int n) {
        return "t-" + n;
    }

    Calls calls() {
        return calls;
    }

    private void await(BooleanSupplier so, String what) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new IOException(
                        "not within %d s: %s; refused was %s".formatted(PATIENCE.toSeconds(), what, calls.refusals()));
            }
            pause(LOOK_EVERY.toNanos());
        }
    }

    private static void pause(long nanos) throws InterruptedException {
        boolean unused = new CountDownLatch(1).await(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        ExecutorService goodbyes = Executors.newFixedThreadPool(GOODBYES_AT_ONCE);
        channels.forEach(channel -> goodbyes.execute(channel::close));
        goodbyes.shutdown();
        try {
            boolean unused = goodbyes.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        desk.close();
    }
}
