package dev.kioskguard.sim.whole;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Seeded damage to JSON texts: values of another kind, too much of everything, torn and foreign bytes. */
final class Damage {

    private static final Pattern VALUE = Pattern.compile("\"[^\"]*\"(?!\\s*:)|-?[0-9]+|true|false|null");
    private static final Pattern NAME = Pattern.compile("\"[^\"]*\"(?=\\s*:)");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "0.5",
            "1e999",
            "9223372036854775808",
            "\"\"",
            "\" \"",
            "[]",
            "{}",
            "[[[]]]",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"\\u202e\\u0007\"",
            "\"张\"",
            "\"PT9999999999H\"",
            "\"-PT1S\"",
            "\"" + "x".repeat(70_000) + "\"",
            "[".repeat(2_000) + "]".repeat(2_000));

    private final Random random;

    Damage(long seed) {
        this.random = new Random(seed);
    }

    byte[] to(String sample) {
        return switch (random.nextInt(7)) {
            case 0, 1, 2 ->
                replaced(VALUE, sample, VALUES.get(random.nextInt(VALUES.size())))
                        .getBytes(StandardCharsets.UTF_8);
            case 3 -> replaced(NAME, sample, "\"amount\"").getBytes(StandardCharsets.UTF_8);
            case 4 -> torn(sample.getBytes(StandardCharsets.UTF_8));
            case 5 -> flipped(sample.getBytes(StandardCharsets.UTF_8));
            default -> foreign();
        };
    }

    private String replaced(Pattern what, String sample, String by) {
        List<String> found =
                what.matcher(sample).results().map(result -> result.group()).toList();
        if (found.isEmpty()) {
            return by;
        }
        String one = found.get(random.nextInt(found.size()));
        return sample.replaceFirst(Pattern.quote(one), Matcher.quoteReplacement(by));
    }

    private byte[] torn(byte[] sample) {
        return Arrays.copyOf(sample, random.nextInt(sample.length + 1));
    }

    private byte[] flipped(byte[] sample) {
        for (int i = 0; i < 3 && sample.length > 0; i++) {
            sample[random.nextInt(sample.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return sample;
    }

    private byte[] foreign() {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return bytes;
    }
}
