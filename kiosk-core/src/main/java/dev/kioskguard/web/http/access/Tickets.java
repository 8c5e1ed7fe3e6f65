package dev.kioskguard.web.http.access;

import dev.kioskguard.web.http.Problem;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;

/**
 * One-time tickets that a browser trades for a cookie which no script can read and no other site can send. Both live in
 * memory only: after a restart the page is opened with a new ticket. Threadsafe.
 */
public final class Tickets {

    public static final Duration TICKET_LIFE = Duration.ofSeconds(60);
    public static final int TICKETS_MAX = 16;

    /** One browser on the terminal, and a bench or two; an older one has to ask again. */
    public static final int BROWSERS_MAX = 8;

    private static final int BYTES = 32;

    private final String cookieName;
    private final String path;
    private final InstantSource time;
    private final RandomGenerator chance;
    private final Deque<Ticket> tickets = new ArrayDeque<>();
    private final Deque<byte[]> browsers = new ArrayDeque<>();

    /**
     * Makes an empty stock of tickets.
     *
     * @param cookieName unlike that of any other listener on this machine, as cookies know no ports
     * @param path below which the cookie is sent, such as {@code /screen}
     * @param chance a cryptographic source in production
     */
    public Tickets(String cookieName, String path, InstantSource time, RandomGenerator chance) {
        this.cookieName = cookieName;
        this.path = path;
        this.time = time;
        this.chance = chance;
    }

    /** Returns a ticket that can be traded once within {@link #TICKET_LIFE}. */
    public synchronized String issue() {
        String ticket = Secrets.text(BYTES, chance);
        if (tickets.size() == TICKETS_MAX) {
            tickets.removeFirst();
        }
        tickets.addLast(new Ticket(ticket, time.instant().plus(TICKET_LIFE)));
        return ticket;
    }

    /**
     * Takes a ticket out of a request and puts the cookie into its answer.
     *
     * @throws dev.kioskguard.web.http.ProblemException 401 when the ticket is unknown, used or too old
     */
    public void trade(Context ctx, String ticket) {
        if (!redeem(bytes(ticket))) {
            throw Problem.unauthorized("this ticket was used, is too old or never was; ask for a new one")
                    .asException();
        }
        String browser = admit();
        ctx.header("Set-Cookie", "%s=%s; Path=%s; HttpOnly; SameSite=Strict".formatted(cookieName, browser, path));
    }

    /** Says whether a request carries the cookie of a browser that was admitted. */
    public synchronized boolean isIn(Context ctx) {
        String cookie = ctx.cookie(cookieName);
        if (cookie == null) {
            return false;
        }
        byte[] shown = bytes(cookie);
        return browsers.stream().anyMatch(browser -> MessageDigest.isEqual(browser, shown));
    }

    private synchronized boolean redeem(byte[] shown) {
        Instant now = time.instant();
        tickets.removeIf(ticket -> !now.isBefore(ticket.until));
        return tickets.removeIf(ticket -> MessageDigest.isEqual(bytes(ticket.word), shown));
    }

    private synchronized String admit() {
        String browser = Secrets.text(BYTES, chance);
        if (browsers.size() == BROWSERS_MAX) {
            browsers.removeFirst();
        }
        browsers.addLast(bytes(browser));
        return browser;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private record Ticket(String word, Instant until) {}
}
