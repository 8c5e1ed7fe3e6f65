package dev.kioskguard.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of one screen: a title, a few lines, and the name of the clip that says them aloud if it speaks. */
public record ScreenText(
        Text title, List<Text> body, @Nullable String voice) {

    public ScreenText {
        body = List.copyOf(body);
    }
}
