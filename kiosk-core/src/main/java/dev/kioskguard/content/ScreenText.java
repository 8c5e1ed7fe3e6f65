package dev.kioskguard.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of one screen: a title, a few lines, and the name of the clip that says them aloud if it speaks.
 *
 * @param plain the same in fewer words, of which the second line says what to do; null where the usual ones are few
 */
public record ScreenText(
        Text title,
        List<Text> body,
        @Nullable String voice,
        @Nullable ScreenText plain) {

    public ScreenText {
        body = List.copyOf(body);
    }

    /** Makes a text whose usual words are few enough for everybody. */
    public ScreenText(Text title, List<Text> body, @Nullable String voice) {
        this(title, body, voice, null);
    }

    /** Returns the text for whoever reads little. */
    public ScreenText inFewWords() {
        return plain == null ? this : plain;
    }
}
