package dev.kioskguard.risk;

import dev.kioskguard.transfer.Money;
import dev.kioskguard.transfer.Payee;
import dev.kioskguard.transfer.Payer;
import dev.kioskguard.transfer.Relation;
import dev.kioskguard.transfer.TransferRequest;
import dev.kioskguard.vision.Signal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Facts of a transfer, drawn from a seed: each part known or unknown, harmless or not. */
public final class RandomFacts {

    private static final Map<String, List<String>> CHOICES = Map.of(
            "know-payee", List.of("relative", "friend", "met-online", "stranger"),
            "how-met", List.of("in-person", "by-phone", "group"),
            "first-time", List.of("yes", "no"),
            "contact-now", List.of("nobody", "phone"),
            "purpose-again", List.of("goods", "rent"),
            "coached", List.of("yes", "no"),
            "scam.romance", List.of("yes", "no"));

    private final Random random;

    public RandomFacts(long seed) {
        this.random = new Random(seed);
    }

    public Facts next() {
        var answers = new HashMap<String, String>(Map.of("purpose", "goods"));
        CHOICES.forEach((question, choices) -> {
            if (random.nextInt(4) == 0) {
                answers.put(question, one(choices));
            }
        });
        Set<Signal> seen = EnumSet.noneOf(Signal.class);
        for (Signal signal : Signal.values()) {
            if (random.nextInt(8) == 0) {
                seen.add(signal);
            }
        }
        return new Facts(request(), answers, seen, background());
    }

    public TransferRequest request() {
        var standing = new Payee.Standing(perhaps(one(List.of(Relation.values()))), flag(), null);
        var payee = new Payee("张三", "6222020000001234", "ICBC", perhaps(one(List.of("310000", "440000"))), standing);
        var history = new Payer.History(
                perhaps(one(List.of("standard", "elder", "student", "unheard-of"))),
                flag(),
                perhaps((long) random.nextInt(60_000_000)),
                perhaps(random.nextInt(101) / 100.0),
                flag());
        return new TransferRequest(
                one(List.of(TransferRequest.Kind.values())),
                new Money("CNY", 1 + random.nextInt(8_000_000)),
                payee,
                new Payer(null, "ICBC", "310000", history),
                null);
    }

    private Facts.Background background() {
        var lookUp = new LookUp(
                flag(),
                perhaps(Duration.ofHours(random.nextInt(48))),
                perhaps(one(List.of(PayeeLookUps.Finding.values()))));
        return new Facts.Background(random.nextInt(6) == 0, random.nextInt(8), lookUp);
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> @Nullable T perhaps(T value) {
        return random.nextBoolean() ? value : null;
    }

    private @Nullable Boolean flag() {
        return perhaps(random.nextInt(3) == 0);
    }
}
