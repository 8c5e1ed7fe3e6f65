package dev.kioskguard.web.screen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of the customer's page, by their names below {@code /screen}. Its style sheet and its script are each
 * joined with what they import, so that a browser asks for three files and not for thirty. Thread-safe.
 */
public final class PageFiles {

    /** The document itself. */
    public static final String DOCUMENT = "index.html";

    private static final String STYLE = "page.css";
    private static final String SCRIPT = "screen.js";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    /** What was asked for before; only files that are there, so that it is bounded by their number. */
    private final Map<String, PageFile> kept = new ConcurrentHashMap<>();

    /** Returns a file; empty where there is none of that name. */
    public Optional<PageFile> find(String name) {
        PageFile known = kept.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        String type = name.matches("[a-z-]{1,40}\\.[a-z]{2,4}") ? TYPES.get(name.replaceAll(".*\\.", "")) : null;
        String text = type == null ? null : read(name);
        if (type == null || text == null) {
            return Optional.empty();
        }
        PageFile file = new PageFile(type, joined(name, text));
        kept.put(name, file);
        return Optional.of(file);
    }

    private static String joined(String name, String text) {
        return switch (name) {
            case STYLE -> Joined.style(name, PageFiles::imported);
            case SCRIPT -> Joined.script(name, PageFiles::imported);
            default -> text;
        };
    }

    private static String imported(String name) {
        String text = read(name);
        if (text == null) {
            throw new IllegalArgumentException(name + " is imported and lies not beside the page");
        }
        return text;
    }

    private static @Nullable String read(String name) {
        try (InputStream file = PageFiles.class.getResourceAsStream(name)) {
            return file == null ? null : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text and its media type. */
    public record PageFile(String type, String text) {}
}
