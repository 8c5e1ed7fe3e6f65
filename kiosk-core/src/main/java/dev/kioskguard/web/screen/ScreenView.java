package dev.kioskguard.web.screen;

import dev.kioskguard.content.Language;
import dev.kioskguard.guard.screen.Channel;
import dev.kioskguard.guard.screen.Layout;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.screen.Screen.Kind;
import dev.kioskguard.guard.show.Screens;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.guard.state.Notice;
import dev.kioskguard.guard.state.Visit;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The screen in words: what the page draws, and what anyone at the other end of the contract reads. */
public final class ScreenView {

    private final ScreenWords words;
    private final ScreenFrame frame;

    /** Makes a view of what is said and of what stands around it. */
    public ScreenView(ScreenWords words, ScreenFrame frame) {
        this.words = words;
        this.frame = frame;
    }

    /** Returns the body of {@code GET /screen/state} now; {@code wallMs} tells how long an answer has still to wait. */
    public Map<String, Object> body(Screen screen, GuardState state, Instant now, long wallMs) {
        Case open = state.open();
        Case ours = open != null && open.screen() != null && open.screen().id().equals(screen.id()) ? open : null;
        Language language = Language.of(tag(screen, ours, state));
        var body = new LinkedHashMap<String, Object>();
        body.put("screenId", screen.id());
        body.put("kind", screen.kind().word());
        put(body, "question", screen.question());
        put(body, "topic", screen.topic());
        put(body, "outcome", outcome(screen));
        body.put("transferId", ours == null ? null : ours.transferId());
        body.put("tier", ours == null ? "green" : ours.judgement().tier().word());
        body.put("language", language.tag());
        words.put(body, screen, state, language);
        body.put("voice", voice(screen, open));
        put(body, "code", screen.code());
        Layout layout = screen.look().layout();
        put(body, "layout", layout == null ? null : layout.word());
        body.put("mode", screen.look().manner().word());
        body.put("extensions", Limits.EXTENSIONS_MAX - screen.times().extended());
        frame.put(body, screen, ours, now, language);
        body.put("readyInMs", wallMs);
        body.put(
                "expiresAt",
                screen.times().expires().equals(Instant.MAX)
                        ? null
                        : screen.times().expires().toString());
        return body;
    }

    /** A transfer has its own language, a notice that of the visit; a machine that nobody uses speaks Chinese. */
    private static String tag(Screen screen, @Nullable Case ours, GuardState state) {
        Notice notice = state.notice();
        Visit visit = state.visit();
        if (ours != null) {
            return ours.named().language();
        }
        boolean told = notice != null && notice.screen().id().equals(screen.id());
        return told && visit != null ? visit.language() : Language.ZH.tag();
    }

    /** What became of a transfer: no customer may take a refusal for a receipt. */
    private static @Nullable String outcome(Screen screen) {
        if (screen.kind() != Kind.RESULT || screen.textId().equals("result.cheated")) {
            return null;
        }
        return Screens.saysItWent(screen) ? "accepted" : "not-made";
    }

    private Map<String, Object> voice(Screen screen, @Nullable Case open) {
        String clip = words.clip(screen);
        var body = new LinkedHashMap<String, Object>();
        body.put("clip", clip);
        body.put("list", words.spoken(screen, open));
        if (clip != null && !screen.times().expires().equals(Instant.MAX)) {
            body.put("ending", Speech.ending(screen));
            body.put("extended", Speech.TIME_MORE);
        }
        boolean heard = open != null
                && screen.kind() == Kind.WARNING
                && open.proof().warned().contains(Channel.VOICE);
        body.put(
                "state",
                clip == null ? "none" : heard ? "ended" : screen.times().slow() ? "slower" : "playing");
        return body;
    }

    static void put(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}
