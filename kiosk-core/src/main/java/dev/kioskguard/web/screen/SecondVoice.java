package dev.kioskguard.web.screen;

import dev.kioskguard.content.Voices;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is heard after Mandarin in a second language or dialect. It proves nothing and blocks nothing: the law wants
 * Mandarin (notice 261 of 2016).
 *
 * @param code of the language or dialect, as in {@code voices.yue.yaml}; null where there is none
 */
public record SecondVoice(@Nullable String code, Voices voices) {

    /** Nothing is heard after Mandarin. */
    static final SecondVoice NONE = new SecondVoice(null, new Voices(List.of()));

    /**
     * Returns the clips that follow those of a screen: all of them, or the first alone where the second voice does not
     * have all, because part of an amount would be another amount.
     */
    List<String> after(List<String> mandarin) {
        String dialect = code;
        if (dialect == null) {
            return List.of();
        }
        List<String> named =
                mandarin.stream().map(clip -> Voices.named(dialect, clip)).toList();
        int known = (int)
                named.stream().takeWhile(clip -> voices.clip(clip).isPresent()).count();
        return known == named.size() ? named : named.subList(0, Math.min(1, known));
    }
}
