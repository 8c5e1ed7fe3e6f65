package dev.kioskguard.web.bank;

import dev.kioskguard.guard.screen.Manner;
import dev.kioskguard.transfer.DelayMode;
import dev.kioskguard.transfer.Money;
import dev.kioskguard.transfer.Payee;
import dev.kioskguard.transfer.Payer;
import dev.kioskguard.transfer.Relation;
import dev.kioskguard.transfer.TransferRequest;
import dev.kioskguard.transfer.TransferRequest.Kind;
import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/transfers} as a request; what is not given is unknown. */
public final class TransferBody {

    private static final int WORD_LENGTH_MAX = 60;
    private static final double SHARE_MAX = 1;

    private static final Map<String, Kind> KINDS = words(Kind.values(), Kind::word);
    private static final Map<String, Manner> ASSIST = words(Manner.values(), Manner::word);
    private static final Map<String, DelayMode> DELAYS = words(DelayMode.values(), DelayMode::word);
    private static final Map<String, Relation> RELATIONS =
            words(Relation.values(), relation -> relation.name().toLowerCase(Locale.ROOT));

    private TransferBody() {}

    /** Reads how the customer is to be served; null where the application does not say. */
    public static @Nullable Manner assist(Fields fields) {
        return fields.optionalChoice("assist", ASSIST);
    }

    /**
     * Reads the fields of a transfer; the caller ends the reading.
     *
     * @throws dev.kioskguard.web.http.ProblemException 422 naming the first field that is missing or wrong
     */
    public static TransferRequest read(Fields fields) {
        try {
            Kind kind = fields.optionalChoice("kind", KINDS);
            return new TransferRequest(
                    Objects.requireNonNullElse(kind, Kind.TRANSFER),
                    new Money(fields.text("amount.currency", 3, 3), fields.number("amount.minor", 1, Money.MINOR_MAX)),
                    payee(fields),
                    payer(fields),
                    fields.optionalChoice("delay", DELAYS));
        } catch (IllegalArgumentException wrong) {
            throw Problem.unprocessable(String.valueOf(wrong.getMessage())).asException();
        }
    }

    private static Payee payee(Fields fields) {
        var standing = new Payee.Standing(
                fields.optionalChoice("payee.relation", RELATIONS),
                fields.optionalBoolean("payee.firstTime"),
                fields.optionalBoolean("payee.listed"));
        return new Payee(
                fields.text("payee.name", 1, Payee.NAME_LENGTH_MAX),
                fields.text("payee.account", 4, Payee.ACCOUNT_LENGTH_MAX),
                word(fields, "payee.bank"),
                word(fields, "payee.region"),
                standing);
    }

    private static Payer payer(Fields fields) {
        var history = new Payer.History(
                word(fields, "payer.customerClass"),
                fields.optionalBoolean("payer.elder"),
                fields.optionalNumber("payer.dayTotal", 0, Money.MINOR_MAX),
                fields.optionalDecimal("payer.balanceShare", 0, SHARE_MAX),
                fields.optionalBoolean("payer.anomaly"));
        return new Payer(
                word(fields, "payer.masked"), word(fields, "payer.bank"), word(fields, "payer.region"), history);
    }

    private static @Nullable String word(Fields fields, String path) {
        return fields.optionalText(path, 1, WORD_LENGTH_MAX);
    }

    private static <T> Map<String, T> words(T[] values, Function<T, String> word) {
        return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(word, Function.identity()));
    }
}
