package dev.kioskguard.sim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.node.ObjectNode;

/** A picture of each kind of screen, by night of all in every dress, and one page that shows them. */
class ScreenPicturesTest {

    @RegisterExtension
    static final SharedChromium BROWSER = new SharedChromium();

    private static final Path FOLDER = Path.of("target/screens");
    private static final int SCREENS_MIN = 20;
    private static final int SPEAKING_MS = 10_000;
    private static final String HEAD = "<!doctype html><meta charset=\"utf-8\"><title>Screens</title>"
            + "<style>body{display:grid;grid-template-columns:repeat(4,1fr);gap:8px;font:14px sans-serif}"
            + "img{width:100%}</style>\n";

    @Test
    void eachKindOfScreenHasItsPicture() throws IOException {
        photograph(Variant.all().stream()
                .filter(variant ->
                        variant.language().equals("zh") && variant.mode().equals("ordinary"))
                .toList());
    }

    @Tag("nightly")
    @Test
    void everyScreenHasItsPictureInEveryDress() throws IOException {
        photograph(Variant.all());
    }

    private static void photograph(List<Variant> variants) throws IOException {
        Files.createDirectories(FOLDER);
        try (ScreenPage page = ScreenPage.in(BROWSER.browser())) {
            for (Variant variant : variants) {
                ObjectNode state = variant.stateOn(Panel.SMALL);
                if (variant.isWarning()) {
                    // A warning is answered when its voice has ended: so it looks until then.
                    state.put("readyInMs", SPEAKING_MS);
                }
                page.show(state);
                // Answers open a moment later; the picture shows how they look then, but for those that wait for words.
                page.browser.run("if (!document.querySelector('.tell').textContent || "
                        + "document.querySelector('[data-mode=audio]')) {"
                        + "document.querySelectorAll('[aria-disabled=true]').forEach("
                        + "(button) => button.setAttribute('aria-disabled', 'false')); }");
                page.browser.photograph(FOLDER, variant.name());
            }
        }
        Files.writeString(
                FOLDER.resolve("index.html"),
                variants.stream()
                        .map(variant -> "<figure><img src=\"" + variant + ".png\" alt=\"\"><figcaption>" + variant
                                + "</figcaption></figure>\n")
                        .collect(Collectors.joining("", HEAD, "")));
        assertThat(variants)
                .hasSizeGreaterThan(SCREENS_MIN)
                .allSatisfy(
                        variant -> assertThat(FOLDER.resolve(variant + ".png")).isNotEmptyFile());
    }
}
