package dev.kioskguard.app.config;

import dev.kioskguard.risk.Condition;
import dev.kioskguard.risk.EvidenceKind;
import dev.kioskguard.risk.Fact;
import dev.kioskguard.risk.RiskPolicy;
import dev.kioskguard.risk.RiskRule;
import dev.kioskguard.risk.Thresholds;
import dev.kioskguard.vision.Signal;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The risk policy as {@code risk.yaml} says it. Threadsafe. */
final class RiskFile implements FileWatch.Reading<RiskPolicy> {

    /** An hour at least: what is shorter would hardly ever count anything. */
    private static final Duration SPAN_MIN = Duration.ofHours(1);

    private static final Duration SPAN_MAX = Duration.ofDays(7);

    private static final int YUAN_DECIMALS = 2;

    private final Path file;
    private final ConfigSchema schema = new ConfigSchema("risk.schema.json");
    private volatile @Nullable Set<String> words;

    RiskFile(Path file) {
        this.file = file;
    }

    Path path() {
        return file;
    }

    /** Refuses from now on a rule whose reason is none of these. */
    void speaking(Set<String> reasonsWithWords) {
        words = Set.copyOf(reasonsWithWords);
    }

    @Override
    public RiskPolicy read(byte[] bytes, @Nullable RiskPolicy before) {
        ConfigText text = ConfigText.parse(file, bytes);
        schema.check(text);
        var complaints = new ArrayList<String>();
        RiskPolicy policy = policy(text, complaints);
        if (before != null && before.version().equals(policy.version()) && !before.equals(policy)) {
            complaints.add(text.complaint(
                    "/version",
                    "is that of the policy before; a policy that says something else needs another version"));
        }
        if (!complaints.isEmpty()) {
            throw new ConfigException(complaints);
        }
        return policy;
    }

    private RiskPolicy policy(ConfigText text, List<String> complaints) {
        JsonNode tree = text.tree();
        var classes = new LinkedHashMap<String, Thresholds>();
        tree.path("classes").properties().forEach(one -> {
            try {
                classes.put(one.getKey(), thresholds(one.getValue()));
            } catch (ArithmeticException tooFine) {
                complaints.add(text.complaint(
                        "/classes/" + one.getKey(), "has an amount with too many decimals; write 50000 or 50000.01"));
            }
        });
        if (!complaints.isEmpty()) {
            throw new ConfigException(complaints);
        }
        var rules = new ArrayList<RiskRule>();
        for (int i = 0; i < tree.path("rules").size(); i++) {
            JsonNode node = tree.path("rules").get(i);
            RiskRule rule = rule(node);
            Set<String> known = words;
            if (known != null && !known.contains(rule.reason())) {
                complaints.add(text.complaint(
                        "/rules/" + i + "/reason",
                        "'%s' has no words in the content pack; add them to reasons.yaml, or mend its spelling"
                                .formatted(rule.reason())));
            }
            rules.add(rule);
        }
        Duration listAge = span(text, "list-age-max", complaints);
        Duration window = span(text, "window", complaints);
        try {
            return new RiskPolicy(
                    tree.path("version").asString(), points(tree.path("points")), classes, rules, listAge, window);
        } catch (IllegalArgumentException wrong) {
            complaints.add(text.complaint("/points", String.valueOf(wrong.getMessage())));
            throw new ConfigException(complaints);
        }
    }

    private static RiskPolicy.Points points(JsonNode node) {
        return new RiskPolicy.Points(
                node.path("yellow").asInt(),
                node.path("orange").asInt(),
                node.path("red").asInt());
    }

    private static Thresholds thresholds(JsonNode node) {
        return new Thresholds(
                fen(node.path("amount")),
                fen(node.path("day-total")),
                node.path("balance-share").asDouble(),
                node.path("transfers").asInt());
    }

    private static long fen(JsonNode yuan) {
        return new BigDecimal(yuan.asString()).movePointRight(YUAN_DECIMALS).longValueExact();
    }

    private static RiskRule rule(JsonNode node) {
        @Nullable
        EvidenceKind kind = node.has("kind")
                ? EvidenceKind.valueOf(node.path("kind").asString().toUpperCase(Locale.ROOT))
                : null;
        return new RiskRule(
                node.path("reason").asString(),
                kind,
                node.path("points").asInt(0),
                node.path("up").asInt(0),
                condition(node.path("when")));
    }

    private static Condition condition(JsonNode node) {
        Map<String, Set<String>> answers = node.path("answers").properties().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, one -> set(one.getValue(), word -> word)));
        return new Condition(
                answers,
                set(node.path("signals"), name -> Signal.of(name).orElseThrow()),
                set(node.path("facts"), word -> Fact.of(word).orElseThrow()),
                null);
    }

    private static <T> Set<T> set(JsonNode list, Function<String, T> read) {
        var all = new LinkedHashSet<T>();
        list.forEach(word -> all.add(read.apply(word.asString())));
        return all;
    }

    private static Duration span(ConfigText text, String key, List<String> complaints) {
        Duration span = Duration.parse(text.tree().path(key).asString());
        if (span.compareTo(SPAN_MIN) < 0 || span.compareTo(SPAN_MAX) > 0) {
            complaints.add(text.complaint(
                    "/" + key, "lies outside its range; write a duration from %s to %s".formatted(SPAN_MIN, SPAN_MAX)));
        }
        return span;
    }
}
