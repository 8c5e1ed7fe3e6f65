package dev.kioskguard.web.desk.phone;

import io.nayuki.qrcodegen.QrCode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A picture to point a phone at: the desk's address as a QR code (ISO/IEC 18004), and below it the fingerprint of the
 * desk's certificate, to be compared with what the phone's browser shows. It holds no secret.
 */
public final class PhoneCard {

    private static final int QUIET_MODULES = 4;
    private static final int LINE_HEIGHT = 3;

    /** Eight bytes of a fingerprint, with their colons: what an eye compares at a time. */
    private static final int PIECE_LENGTH = 8 * 3;

    private static final double LETTER_HEIGHT_MAX = 1.6;

    /** Of its height, in any monospaced font, and a little to spare. */
    private static final double LETTER_WIDTH = 0.64;

    private PhoneCard() {}

    /**
     * Draws a card as SVG.
     *
     * @param fingerprint as browsers show it
     */
    public static byte[] svg(URI desk, String fingerprint) {
        QrCode code = QrCode.encodeText(desk.toString(), QrCode.Ecc.MEDIUM);
        int width = code.size + 2 * QUIET_MODULES;
        var lines = new ArrayList<>(List.of(desk.toString(), "SHA-256"));
        for (int at = 0; at < fingerprint.length(); at += PIECE_LENGTH) {
            lines.add(fingerprint.substring(at, Math.min(at + PIECE_LENGTH, fingerprint.length())));
        }
        int height = width + LINE_HEIGHT * lines.size() + QUIET_MODULES;
        var svg = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\">".formatted(width, height));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\"")
                .append(modules(code));
        svg.append("\" fill=\"#000\"/>");
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            // A long address is written smaller, never cut off.
            double fitting = code.size / (line.length() * LETTER_WIDTH);
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" font-family=\"monospace\" font-size=\"%.2f\">%s</text>",
                    QUIET_MODULES,
                    width + LINE_HEIGHT * i,
                    Math.min(LETTER_HEIGHT_MAX, fitting),
                    escaped(line)));
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
