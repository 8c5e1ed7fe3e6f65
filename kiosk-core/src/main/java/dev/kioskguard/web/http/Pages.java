package dev.kioskguard.web.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a page, read from the class path once and named one by one: nothing else of the class path can be asked
 * for, whatever stands in a path. Immutable.
 */
public final class Pages {

    public static final int FILE_BYTES_MAX = 4 * 1024 * 1024;

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "wav", "audio/wav",
            "mp3", "audio/mpeg",
            "woff2", "font/woff2");

    private final Map<String, Page> pages;

    private Pages(Map<String, Page> pages) {
        this.pages = Map.copyOf(pages);
    }

    /**
     * Reads files that lie beside a class.
     *
     * @throws IllegalArgumentException when one is missing, too large, or of a type that is not served
     */
    public static Pages beside(Class<?> anchor, Collection<String> names) {
        Map<String, Page> pages = new TreeMap<>();
        for (String name : names) {
            String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
            if (type == null) {
                throw new IllegalArgumentException(name + " is of a type that is not served");
            }
            byte[] bytes = read(anchor, name);
            pages.put(name, new Page(type, '"' + digest(bytes) + '"', bytes));
        }
        return new Pages(pages);
    }

    /**
     * Answers with a file. A page is never stored; what it is made of may be kept and is asked about each time.
     *
     * @throws ProblemException 404 for any other name
     */
    public void answer(Context ctx, String name) {
        Page page = pages.get(name);
        if (page == null) {
            throw Problem.notFound("there is no such file; open the page itself")
                    .asException();
        }
        ctx.contentType(page.type);
        if (!page.type.startsWith("text/html")) {
            ctx.header("Cache-Control", "no-cache").header("ETag", page.tag);
            if (page.tag.equals(ctx.header("If-None-Match"))) {
                ctx.status(304);
                return;
            }
        }
        ctx.result(page.bytes);
    }

    private static byte[] read(Class<?> anchor, String name) {
        try (InputStream in = anchor.getResourceAsStream(name)) {
            byte[] bytes = in == null ? new byte[0] : in.readNBytes(FILE_BYTES_MAX + 1);
            if (bytes.length == 0 || bytes.length > FILE_BYTES_MAX) {
                throw new IllegalArgumentException(name + " is missing, empty or larger than " + FILE_BYTES_MAX);
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }

    private static final class Page {
        final String type;
        final String tag;
        final byte[] bytes;

        Page(String type, String tag, byte[] bytes) {
            this.type = type;
            this.tag = tag;
            this.bytes = bytes;
        }
    }
}
