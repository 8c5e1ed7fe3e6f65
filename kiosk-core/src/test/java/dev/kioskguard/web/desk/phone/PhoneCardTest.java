package dev.kioskguard.web.desk.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class PhoneCardTest {

    private static final String FINGERPRINT = "AB:".repeat(31) + "CD";

    @Test
    void theCardHasTheAddressAsACodeAndInWordsAndTheFingerprintToCompare() throws Exception {
        Document card = read(URI.create("https://atm-1.branch.example:8471/desk"));
        assertThat(card.getElementsByTagName("path")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("d")
                        .getNodeValue())
                .as("the corner of a finder pattern")
                .startsWith("M4 4h1v1h-1zM5 4h1v1h-1z");
        String words = card.getDocumentElement().getTextContent();
        assertThat(words).contains("https://atm-1.branch.example:8471/desk").contains(FINGERPRINT);
    }

    @Test
    void noLineIsWiderThanTheCardHoweverLongTheAddress() throws Exception {
        Document card = read(URI.create("https://" + "a-rather-long-name.".repeat(8) + "example:8471/desk"));
        double width = Double.parseDouble(
                card.getDocumentElement().getAttribute("viewBox").split(" ", -1)[2]);
        var lines = card.getElementsByTagName("text");
        assertThat(lines.getLength()).isEqualTo(6);
        for (int i = 0; i < lines.getLength(); i++) {
            var of = lines.item(i).getAttributes();
            double letter =
                    0.62 * Double.parseDouble(of.getNamedItem("font-size").getNodeValue());
            assertThat(4 + letter * lines.item(i).getTextContent().length()).isLessThan(width);
        }
    }

    private static Document read(URI desk) throws Exception {
        String svg = new String(PhoneCard.svg(desk, FINGERPRINT), StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
