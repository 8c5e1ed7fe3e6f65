package dev.kioskguard.paging.drill;

import dev.kioskguard.paging.Deed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What people have done in a drill so far; null is what nobody has done yet. */
public record Answers(
        @Nullable Instant acknowledged,
        @Nullable Instant arrived,
        @Nullable String question,
        @Nullable Deed verdict) {

    public static final Answers NONE = new Answers(null, null, null, null);

    Answers acknowledged(Instant at) {
        return new Answers(at, arrived, question, verdict);
    }

    Answers arrived(Instant at) {
        return new Answers(acknowledged, at, question, verdict);
    }

    Answers asked(String what) {
        return new Answers(acknowledged, arrived, what, verdict);
    }

    Answers decided(Deed deed) {
        return new Answers(acknowledged, arrived, question, deed);
    }
}
