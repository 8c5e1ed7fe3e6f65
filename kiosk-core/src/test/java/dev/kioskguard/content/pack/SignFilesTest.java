package dev.kioskguard.content.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.content.ContentPack;
import dev.kioskguard.content.ShippedContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pictogram is shown on the page that a customer trusts, so nothing in it may run, fetch or hide. */
class SignFilesTest {

    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 96 96\"%s>%s</svg>";
    private static final String CIRCLE = "<circle cx=\"48\" cy=\"48\" r=\"20\" fill=\"currentColor\"/>";

    @TempDir
    private Path temp;

    private Path copy;
    private Path sign;

    @BeforeEach
    void copiesTheShippedPack() throws IOException {
        copy = ShippedContent.copyTo(temp.resolve("content"));
        sign = copy.resolve("signs/romance.svg");
    }

    @Test
    void plainShapesAreAccepted() throws IOException {
        Files.writeString(
                sign,
                "<?xml version=\"1.0\"?>\n<!-- a dot -->\n"
                        + SVG.formatted(
                                " fill=\"none\"",
                                CIRCLE
                                        + "<g transform=\"translate(0 4) rotate(45)\" stroke=\"#1a2b3c\">"
                                        + "<path d=\"M1 2l-3.5 4z\"/></g>"));

        assertThatCode(() -> ContentPacks.read(copy)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<image x=\"0\" y=\"0\"/>",
                "<use x=\"0\"/>",
                "<style>circle { fill: red }</style>",
                "<foreignObject/>",
                "<a><circle r=\"1\"/></a>",
                "<animate/>",
                "<circle r=\"1\" onload=\"alert(1)\"/>",
                "<circle r=\"1\" style=\"fill:red\"/>",
                "<circle r=\"1\" fill=\"url(#x)\"/>",
                "<circle r=\"1\" fill=\"url(http://example.org/x)\"/>",
                "<circle r=\"1\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"#x\"/>",
                "<circle r=\"1\" href=\"data:x\"/>",
                "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>",
                "<?xml-stylesheet href=\"x.css\"?>",
                "<circle r=\"1\">",
                "&amp;&x;",
            })
    void whatIsNoPlainShapeIsRefused(String inside) throws IOException {
        Files.writeString(sign, SVG.formatted("", CIRCLE + inside));

        refusedNaming("romance.svg");
    }

    @Test
    void aDoctypeAForeignRootAndAMissingBoxAreRefused() throws IOException {
        String plain = SVG.formatted("", CIRCLE);
        for (String text : Stream.of(
                        "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + plain,
                        "<?xml-stylesheet href=\"x.css\"?>" + plain,
                        plain.replace(" viewBox=\"0 0 96 96\"", ""),
                        plain.replace("2000/svg", "2000/sug"),
                        "<p>no picture</p>",
                        "")
                .toList()) {
            Files.writeString(sign, text);
            refusedNaming("romance.svg");
        }
        Files.writeString(sign, plain);
        assertThatCode(() -> ContentPacks.read(copy)).as("control").doesNotThrowAnyException();
    }

    @Test
    void aFileMayNotBeLargeNorBearAnyName() throws IOException {
        Files.writeString(sign, SVG.formatted("", CIRCLE + " ".repeat(SignFiles.SIGN_BYTES_MAX)));
        refusedNaming("larger than");

        Files.writeString(sign, SVG.formatted("", CIRCLE));
        Files.copy(sign, copy.resolve("signs/My Sign.svg"));
        refusedNaming("no plain name");
    }

    @Test
    void aChangedSignChangesTheVersion() throws IOException {
        ContentPack before = ContentPacks.read(copy);
        Files.writeString(sign, SVG.formatted("", CIRCLE));

        assertThat(ContentPacks.read(copy).version()).isNotEqualTo(before.version());
    }

    private void refusedNaming(String named) {
        assertThatThrownBy(() -> ContentPacks.read(copy))
                .isInstanceOf(ContentException.class)
                .hasMessageContaining(copy.resolve("signs").toString())
                .hasMessageContaining(named);
    }
}
