package dev.kioskguard.web.bank;

import dev.kioskguard.transfer.Verdict;
import dev.kioskguard.web.front.Receipts;
import dev.kioskguard.web.front.TransferBook;
import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;

/** {@code /api/transfers/{id}/receipt}: what the application may print of a transfer that has ended. */
public final class ReceiptRoutes {

    private final TransferBook book;
    private final Receipts receipts;

    public ReceiptRoutes(TransferBook book, Receipts receipts) {
        this.book = book;
        this.receipts = receipts;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/api/transfers/{id}/receipt", this::receipt);
    }

    private void receipt(Context ctx) {
        TransferBook.Entry entry = book.find(ctx.pathParam("id"))
                .orElseThrow(
                        () -> Problem.notFound("no transfer has this id; use the one that POST /api/transfers gave")
                                .asException());
        Verdict verdict = entry.verdict();
        if (verdict == null) {
            throw Problem.conflict("transfer-open", "the transfer has not ended; ask again at its end")
                    .asException();
        }
        Json.answer(
                ctx,
                200,
                Map.of("transferId", entry.transferId(), "lines", receipts.lines(entry.transferId(), verdict)));
    }
}
