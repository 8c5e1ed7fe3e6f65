package dev.kioskguard.app.draft;

import dev.kioskguard.transfer.Money;
import dev.kioskguard.transfer.Payee;
import dev.kioskguard.transfer.Payer;
import dev.kioskguard.transfer.TransferRequest;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A transfer that the guard judges like another one, of people who are made up. */
final class Example {

    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.DOWN);
    private static final String BANK = "示范银行";
    private static final String OTHER_BANK = "另一家银行";

    private Example() {}

    /** Returns the body of a call that asks for it. */
    static Map<String, Object> of(TransferRequest request) {
        var body = new LinkedHashMap<String, Object>();
        if (request.kind() != TransferRequest.Kind.TRANSFER) {
            body.put("kind", request.kind().word());
        }
        body.put(
                "amount",
                both(
                        "currency",
                        request.amount().currency(),
                        "minor",
                        rounded(request.amount().minor())));
        body.put("payee", payee(request.payee(), request.payer()));
        Map<String, Object> payer = payer(request.payer());
        if (!payer.isEmpty()) {
            body.put("payer", payer);
        }
        put(body, "delay", request.delay() == null ? null : request.delay().word());
        return body;
    }

    /** Returns whole units of a currency, of which only the first two digits are told. */
    static long units(Money amount) {
        return rounded(Math.max(1, amount.units().longValue()));
    }

    private static long rounded(long exact) {
        return BigDecimal.valueOf(exact).round(TWO_DIGITS).longValue();
    }

    private static BigDecimal rounded(double exact) {
        return new BigDecimal(exact, TWO_DIGITS).stripTrailingZeros();
    }

    private static Map<String, Object> payee(Payee payee, Payer payer) {
        Map<String, Object> body = both("name", "李明", "account", "6222020000000000109");
        put(body, "bank", payee.bank() == null ? null : Objects.equals(payee.bank(), payer.bank()) ? BANK : OTHER_BANK);
        put(
                body,
                "region",
                payee.region() == null ? null : Objects.equals(payee.region(), payer.region()) ? "本地" : "外地");
        Payee.Standing standing = payee.standing();
        put(
                body,
                "relation",
                standing.relation() == null ? null : standing.relation().name().toLowerCase(Locale.ROOT));
        put(body, "firstTime", standing.firstTime());
        put(body, "listed", standing.listed());
        return body;
    }

    private static Map<String, Object> payer(Payer payer) {
        var body = new LinkedHashMap<String, Object>();
        put(body, "bank", payer.bank() == null ? null : BANK);
        put(body, "region", payer.region() == null ? null : "本地");
        Payer.History history = payer.history();
        put(body, "elder", history.elder());
        put(body, "dayTotal", history.dayTotal() == null ? null : rounded(history.dayTotal()));
        put(body, "balanceShare", history.balanceShare() == null ? null : rounded(history.balanceShare()));
        put(body, "anomaly", history.anomaly());
        return body;
    }

    private static Map<String, Object> both(String one, Object value, String other, Object otherValue) {
        var body = new LinkedHashMap<String, Object>();
        body.put(one, value);
        body.put(other, otherValue);
        return body;
    }

    private static void put(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}
