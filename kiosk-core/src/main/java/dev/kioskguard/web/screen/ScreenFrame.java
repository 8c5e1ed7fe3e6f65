package dev.kioskguard.web.screen;

import dev.kioskguard.content.Language;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.screen.Screen.Kind;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.web.front.Displays;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands around the words of a screen: slogan, case, pictogram, attract loop, and how large the panel is. */
public final class ScreenFrame {

    private final Displays displays;
    private final Map<String, Object> panel;

    /**
     * Makes a frame.
     *
     * @param panel width and height of the display and the distance of the eyes, in millimetres, by their names
     */
    public ScreenFrame(Displays displays, Map<String, Object> panel) {
        this.displays = displays;
        this.panel = Map.copyOf(panel);
    }

    void put(Map<String, Object> body, Screen screen, @Nullable Case ours, Instant now, Language language) {
        body.put("panel", panel);
        String sign = displays.wording().words().told().sign(screen.textId()).orElse(null);
        ScreenView.put(body, "sign", sign);
        ScreenView.put(body, "case", displays.localCase(screen.look().localCase(), language));
        if (ours != null) {
            String group = ours.request().payer().group();
            Instant shown = screen.times().shown();
            ScreenView.put(body, "strip", displays.strip(screen.id(), group, shown, language));
        }
        if (screen.kind() == Kind.IDLE) {
            body.put("attract", displays.attract(now, language));
        }
    }
}
