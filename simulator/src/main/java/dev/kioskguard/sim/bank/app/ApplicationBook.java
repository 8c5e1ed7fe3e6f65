package dev.kioskguard.sim.bank.app;

import dev.kioskguard.sim.bank.BookFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the application must still know after a restart: transfers that it did not finish, requests that it carried out.
 *
 * <p>Threadsafe, durable before a change returns. The body of a transfer is forgotten when the transfer is finished.
 */
public final class ApplicationBook implements AutoCloseable {

    /** How many requests that were carried out are remembered; the guard asks again only for its newest. */
    static final int REQUESTS_MAX = 1_000;

    private static final List<String> SCHEMA = List.of(
            "CREATE TABLE IF NOT EXISTS asked (number INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL,"
                    + " submit INTEGER NOT NULL, transfer_id TEXT)",
            "CREATE TABLE IF NOT EXISTS requests (id TEXT PRIMARY KEY, ok INTEGER NOT NULL, detail TEXT NOT NULL)");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final BookFile book;

    private ApplicationBook(BookFile book) {
        this.book = book;
    }

    public static ApplicationBook open(Path file) {
        return new ApplicationBook(BookFile.open(file, SCHEMA));
    }

    /** Notes a transfer before the guard is asked, and gives it a number that is never used again. */
    Asked begin(JsonNode body, boolean submit) {
        return book.query(
                        "INSERT INTO asked (body, submit) VALUES (?, ?) RETURNING number",
                        row -> new Asked(row.getLong("number"), body, submit, null),
                        body.toString(),
                        submit)
                .get(0);
    }

    void taken(Asked asked, String transferId) {
        book.change("UPDATE asked SET transfer_id = ? WHERE number = ?", transferId, asked.number());
    }

    void finish(Asked asked) {
        book.change("DELETE FROM asked WHERE number = ?", asked.number());
    }

    List<Asked> unfinished() {
        return book.query(
                "SELECT * FROM asked ORDER BY number",
                row -> new Asked(
                        row.getLong("number"),
                        JSON.readTree(row.getString("body")),
                        row.getBoolean("submit"),
                        row.getString("transfer_id")));
    }

    Optional<Outcome> outcome(String requestId) {
        return book
                .query(
                        "SELECT * FROM requests WHERE id = ?",
                        row -> new Outcome(row.getBoolean("ok"), row.getString("detail")),
                        requestId)
                .stream()
                .findFirst();
    }

    void carriedOut(String requestId, Outcome outcome) {
        book.change("INSERT OR IGNORE INTO requests VALUES (?, ?, ?)", requestId, outcome.ok(), outcome.detail());
        book.change("DELETE FROM requests WHERE rowid <= (SELECT MAX(rowid) FROM requests) - ?", REQUESTS_MAX);
    }

    @Override
    public void close() {
        book.close();
    }

    /**
     * A transfer that the application asked about.
     *
     * @param body as it was or will be sent
     * @param submit whether the clearance goes to the host
     * @param transferId null until the guard has taken it
     */
    record Asked(
            long number,
            JsonNode body,
            boolean submit,
            @Nullable String transferId) {

        /** Returns the idempotency key: the same for every try, and never that of another transfer. */
        String key() {
            return body.path("sessionId").asString("") + "-" + number;
        }

        Asked takenAs(String id) {
            return new Asked(number, body, submit, id);
        }

        @Override
        public String toString() {
            return "Asked[" + number + ", " + transferId + "]";
        }
    }

    /** How a request ended, as the guard was or will be told. */
    record Outcome(boolean ok, String detail) {}
}
