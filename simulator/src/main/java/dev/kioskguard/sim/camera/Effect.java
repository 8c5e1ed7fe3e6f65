package dev.kioskguard.sim.camera;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/** What a fault does to a picture on its way into the stream. For one thread. Pictures are JPEG, and stay in memory. */
final class Effect {

    /** The longest side of a picture from outside, in pixels. */
    static final int SIDE_PX_MAX = 1920;

    private static final int SIDE_PX_MIN = 16;
    private static final Color PALM = new Color(58, 34, 28);
    private static final Color SHADE = new Color(0, 0, 0, 236);
    private static final Color WALL = new Color(96, 98, 100);

    private byte @Nullable [] frozen;

    /** Returns a picture as it comes through a lens with that fault. */
    byte[] on(byte[] picture, LensFault fault) throws IOException {
        byte[] first = frozen == null ? picture : frozen;
        frozen = fault == LensFault.FROZEN ? first : null;
        return switch (fault) {
            case NONE, SLOW, UNPLUGGED -> picture;
            case FROZEN -> first;
            case COVERED, DARK, TURNED_AWAY -> encoded(drawn(decoded(picture), fault));
        };
    }

    private static BufferedImage drawn(BufferedImage picture, LensFault fault) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        var through = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = through.createGraphics();
        try {
            pen.setColor(fault == LensFault.COVERED ? PALM : WALL);
            pen.fillRect(0, 0, width, height);
            switch (fault) {
                case DARK -> {
                    pen.drawImage(picture, 0, 0, null);
                    pen.setColor(SHADE);
                    pen.fillRect(0, 0, width, height);
                }
                case TURNED_AWAY -> pen.drawImage(picture, width * 2 / 3, -height / 3, null);
                default -> {
                    // A hand shows nothing of what is behind it.
                }
            }
        } finally {
            pen.dispose();
        }
        return through;
    }

    /**
     * Returns whether something is a JPEG of a size that may come in; of its data only the beginning is looked at.
     */
    static boolean isPicture(byte[] data) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(data))) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
            try {
                reader.setInput(in);
                int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
                int shortest = Math.min(reader.getWidth(0), reader.getHeight(0));
                return longest <= SIDE_PX_MAX && shortest >= SIDE_PX_MIN;
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static BufferedImage decoded(byte[] picture) throws IOException {
        // Without the stream of its own, it would be cached on disk; read to the end, it is closed there.
        BufferedImage image = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(picture)));
        if (image == null) {
            throw new IOException("a picture cannot be decoded");
        }
        return image;
    }

    private static byte[] encoded(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(picture, "jpeg", out);
        }
        return bytes.toByteArray();
    }
}
