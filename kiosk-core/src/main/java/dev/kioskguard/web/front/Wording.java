package dev.kioskguard.web.front;

import dev.kioskguard.content.ContentPack;
import dev.kioskguard.content.Language;
import dev.kioskguard.content.ScreenText;
import dev.kioskguard.content.Words;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The pack's words with facts in them, as somebody reads them at this terminal.
 *
 * @param content the pack that is used at that moment
 * @param branch the terminal's own facts: its branch's name and its hotline
 */
public record Wording(Supplier<ContentPack> content, ZoneId zone, Map<String, String> branch) {

    public Wording {
        branch = Map.copyOf(branch);
    }

    /** Returns this with the pack of now, for what must come from one pack as a whole. */
    public Wording now() {
        ContentPack pack = content.get();
        return new Wording(() -> pack, zone, branch);
    }

    public Words words() {
        return content.get().words();
    }

    /** Returns the version of the pack. */
    public String pack() {
        return content.get().version();
    }

    /** Returns facts as the templates want them, the terminal's own among them. */
    public Map<String, String> facts(Map<String, String> arguments, Language language) {
        Map<String, String> facts = new HashMap<>(arguments);
        facts.putAll(branch);
        return words().spelled(facts, language, zone);
    }

    /**
     * Returns a text that stands by itself. A line about a fact that nobody knows any more, as after a restart, is left
     * out.
     */
    public Told told(String textId, Map<String, String> arguments, Language language) {
        return told(words().screen(textId), arguments, language);
    }

    /** Returns what {@link #told(String, Map, Language)} returns, of words that were chosen already. */
    public Told told(ScreenText text, Map<String, String> arguments, Language language) {
        Words words = words();
        Map<String, String> facts = facts(arguments, language);
        List<String> lines = text.body().stream()
                .map(line -> line.in(language))
                .filter(line -> facts.keySet().containsAll(Words.placeholders(line)))
                .map(line -> words.fill(line, facts))
                .toList();
        return new Told(words.fill(text.title().in(language), facts), lines);
    }

    /** A title and lines, ready to be read. */
    public record Told(String title, List<String> lines) {

        /** Returns SHA-256 in hex over title and lines, each ended by a line feed, in UTF-8. */
        public String digest() {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                digest.update((title + "\n").getBytes(StandardCharsets.UTF_8));
                lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
                return HexFormat.of().formatHex(digest.digest());
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError("every Java platform has SHA-256", e);
            }
        }
    }
}
