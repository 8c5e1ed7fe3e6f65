package dev.kioskguard.sim.standin;

import dev.kioskguard.transfer.Money;
import dev.kioskguard.transfer.Payee;
import dev.kioskguard.transfer.Payer;
import dev.kioskguard.transfer.TransferRequest;
import java.util.Map;
import java.util.Set;

/** What an honest customer is here for, and the truth about it. */
public final class Honest {

    public static final TransferRequest WISH = new TransferRequest(
            TransferRequest.Kind.TRANSFER,
            new Money("CNY", 2_000_000),
            new Payee("张三", "6222020000001234", "ICBC", null, Payee.Standing.UNKNOWN),
            Payer.UNKNOWN,
            null);

    private static final Map<String, String> ANSWERS = Map.of(
            "know-payee", "friend",
            "how-met", "in-person",
            "first-time", "no",
            "contact-now", "nobody",
            "purpose-again", "family-support",
            "coached", "no");

    /** True answers of somebody else. */
    private static final Set<String> NOT_GOING_ON = Set.of("happening", "not-yet", "wrong");

    private Honest() {}

    /** Returns the choice that answers a question. */
    public static String answer(String question) {
        return ANSWERS.getOrDefault(question, "no");
    }

    /** Returns whether a choice on any other screen may be the truth. */
    public static boolean may(String choice) {
        return !NOT_GOING_ON.contains(choice);
    }

    /** Returns what is typed where the amount, or else the end of the account, is asked for. */
    public static String typed(boolean amount) {
        return amount ? "20000" : "1234";
    }
}
