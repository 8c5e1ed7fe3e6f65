package dev.kioskguard.sim.bank.setup;

import dev.kioskguard.sim.bank.app.ApplicationBook;
import dev.kioskguard.sim.bank.app.GuardApi;
import dev.kioskguard.sim.bank.host.ClearanceReader;
import dev.kioskguard.sim.bank.host.Host;
import dev.kioskguard.sim.bank.host.HostLine;
import dev.kioskguard.sim.bank.host.HostUnreachableException;
import dev.kioskguard.sim.bank.host.Ledger;
import dev.kioskguard.sim.http.GuardConnection;
import dev.kioskguard.sim.http.GuardRefusedException;
import dev.kioskguard.sim.http.GuardUnreachableException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * The books of a bank in a data directory, and the host over them. Opened again on the same directory, it goes on.
 *
 * <p>The applications ({@code BankApplication}, {@code BesideApplication}) are made over its parts by whoever knows who
 * owns the terminal, and closed before it.
 */
public final class SimulatedBank implements AutoCloseable {

    /** The host's ledger. */
    public static final String LEDGER_FILE = "bank.db";

    /** What the application has not finished. */
    public static final String APPLICATION_FILE = "bank-application.db";

    private final Ledger ledger;
    private final ApplicationBook book;
    private final Host host;
    private final HostLine line;

    private SimulatedBank(Ledger ledger, ApplicationBook book, Host host) {
        this.ledger = ledger;
        this.book = book;
        this.host = host;
        this.line = new HostLine(host);
    }

    /**
     * Opens the bank.
     *
     * @param data an existing directory
     * @param guard a connection with the application's token, over which the keys of clearances are fetched
     * @param terminal the only terminal whose clearances the host takes
     */
    public static SimulatedBank open(Path data, GuardConnection guard, String terminal, InstantSource clock) {
        Ledger ledger = Ledger.open(data.resolve(LEDGER_FILE));
        ApplicationBook book = ApplicationBook.open(data.resolve(APPLICATION_FILE));
        ClearanceReader reader = new ClearanceReader(() -> keys(guard));
        return new SimulatedBank(ledger, book, new Host(ledger, reader, terminal, clock));
    }

    public Host host() {
        return host;
    }

    public HostLine line() {
        return line;
    }

    public ApplicationBook book() {
        return book;
    }

    /** Returns the signed heads of the guard's journal that the bank has seen, oldest first. */
    public List<String> checkpoints() {
        return ledger.checkpoints();
    }

    private static String keys(GuardConnection guard) {
        try {
            return new GuardApi(guard).clearanceKeys();
        } catch (GuardRefusedException | GuardUnreachableException e) {
            throw new HostUnreachableException("the guard does not tell its keys", e);
        }
    }

    @Override
    public void close() {
        book.close();
        ledger.close();
    }
}
