package dev.kioskguard.web.desk.phone;

import io.nayuki.qrcodegen.QrCode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A picture to point a phone at: the desk's address as a QR code (ISO/IEC 18004), and below it the fingerprint of the
 * desk's certificate, to be compared with what the phone's browser shows. It holds no secret.
 */
public final class PhoneCard {

    private static final int QUIET_MODULES = 4;
    private static final int LINE_HEIGHT = 3;

    /** Sixteen bytes of a fingerprint, with their colons. */
    private static final int HALF_LENGTH = 16 * 3;

    private PhoneCard() {}

    /**
     * Draws a card as SVG.
     *
     * @param fingerprint as browsers show it
     */
    public static byte[] svg(URI desk, String fingerprint) {
        QrCode code = QrCode.encodeText(desk.toString(), QrCode.Ecc.MEDIUM);
        int width = code.size + 2 * QUIET_MODULES;
        List<String> lines = List.of(
                desk.toString(),
                "SHA-256",
                fingerprint.substring(0, Math.min(HALF_LENGTH, fingerprint.length())),
                fingerprint.substring(Math.min(HALF_LENGTH, fingerprint.length())));
        int height = width + LINE_HEIGHT * lines.size() + QUIET_MODULES;
        var svg = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\">".formatted(width, height));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\"")
                .append(modules(code));
        svg.append("\" fill=\"#000\"/>");
        for (int i = 0; i < lines.size(); i++) {
            svg.append("<text x=\"%d\" y=\"%d\" font-family=\"monospace\" font-size=\"1.2\">%s</text>"
                    .formatted(QUIET_MODULES, width + LINE_HEIGHT * i, escaped(lines.get(i))));
        }
        return svg.append("</svg>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String modules(QrCode code) {
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d %dh1v1h-1z".formatted(x + QUIET_MODULES, y + QUIET_MODULES));
                }
            }
        }
        return path.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
