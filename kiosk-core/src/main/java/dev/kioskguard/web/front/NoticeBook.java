package dev.kioskguard.web.front;

import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.state.Notice;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Every notice of late that the application wanted, by id, and what has become of it. Thread-safe and bounded. */
public final class NoticeBook {

    /** How many notices are remembered; older ones are the journal's business. */
    public static final int NOTICES_MAX = 1_000;

    private final Map<String, Entry> entries = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
            return size() > NOTICES_MAX;
        }
    };

    public synchronized void told(Effect.TellNotice effect) {
        entries.put(effect.noticeId(), new Entry(effect.noticeId(), effect.wording(), effect.state()));
    }

    public synchronized Optional<Entry> find(String noticeId) {
        return Optional.ofNullable(entries.get(noticeId));
    }

    /** One notice as the application may see it. */
    public record Entry(String noticeId, Notice.Wording wording, Notice.State state) {

        /** Returns whether nothing more will come of it; nobody waits for a tip. */
        public boolean isOver() {
            return state != Notice.State.SHOWN || wording.subject().isTip();
        }
    }
}
