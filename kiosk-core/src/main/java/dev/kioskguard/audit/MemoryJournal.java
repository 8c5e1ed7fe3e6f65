package dev.kioskguard.audit;

import dev.kioskguard.audit.seal.VisitKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A journal that lasts as long as its process: for stories in virtual time and for tests. Closing it keeps it. */
public final class MemoryJournal implements Journal {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SecureRandom random;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Kept> keys = new HashMap<>();
    private final Map<String, Letter> letters = new LinkedHashMap<>();
    private ChainTip tip = ChainTip.START;

    public MemoryJournal(SecureRandom random) {
        this.random = random;
    }

    @Override
    public synchronized Head append(Entry entry, List<Letter> caused) {
        Line line = tip.next(entry, sealed(entry));
        lines.add(line);
        tip = tip.after(line, entry.at());
        for (Letter letter : caused) {
            if (letter.text() == null) {
                letters.remove(letter.id());
            } else {
                letters.put(letter.id(), letter);
            }
        }
        return tip.head();
    }

    @Override
    public synchronized List<Letter> letters() {
        return List.copyOf(letters.values());
    }

    private @Nullable String sealed(Entry entry) {
        if (entry.personal() == null) {
            return null;
        }
        String visit = Objects.requireNonNull(entry.visit());
        Kept kept = keys.computeIfAbsent(visit, made -> new Kept(VisitKey.random(random), entry.at()));
        return kept.key.seal(tip.nextSequence(), visit, JSON.writeValueAsBytes(entry.personal()), random);
    }

    @Override
    public synchronized Head head() {
        return tip.head();
    }

    @Override
    public synchronized Optional<Instant> lastAt() {
        return Optional.ofNullable(tip.lastAt());
    }

    @Override
    public synchronized List<Line> lines(long after, int max) {
        int from = (int) Math.min(after, lines.size());
        return List.copyOf(lines.subList(from, Math.min(lines.size(), from + max)));
    }

    @Override
    public synchronized Optional<ObjectNode> personal(Line.Fields line) {
        Kept kept = keys.get(line.visit());
        if (kept == null || line.sealed() == null || line.visit() == null) {
            return Optional.empty();
        }
        return kept.key.open(line.seq(), line.visit(), line.sealed()).map(bytes -> (ObjectNode) JSON.readTree(bytes));
    }

    @Override
    public synchronized int forget(Instant before) {
        int known = keys.size();
        keys.values().removeIf(kept -> kept.since.isBefore(before));
        return known - keys.size();
    }

    @Override
    public void close() {
        // What is in memory is given up with the object; a story's second guard goes on with the same journal.
    }

    private record Kept(VisitKey key, Instant since) {}
}
