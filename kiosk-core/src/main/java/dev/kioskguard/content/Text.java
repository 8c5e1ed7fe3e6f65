package dev.kioskguard.content;

/** One text in both languages, placeholders such as {@code {payee}} not yet filled. */
public record Text(String zh, String en) {

    public String in(Language language) {
        return switch (language) {
            case ZH -> zh;
            case EN -> en;
        };
    }
}
