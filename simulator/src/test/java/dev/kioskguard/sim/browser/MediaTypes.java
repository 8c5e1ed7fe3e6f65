package dev.kioskguard.sim.browser;

import java.util.Map;

/** Media types of the pages' files, by the end of the name. */
final class MediaTypes {

    private static final Map<String, String> BY_ENDING = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private MediaTypes() {}

    static String of(String file) {
        return BY_ENDING.getOrDefault(file.substring(file.lastIndexOf('.') + 1), "application/octet-stream");
    }
}
