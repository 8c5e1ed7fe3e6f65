package dev.kioskguard.sim.terminal;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The camera over the screen. Pictures are drawn in memory and never touch the disk. Thread-safe. */
public final class Eye {

    private static final int WIDTH_PX = 320;
    private static final int HEIGHT_PX = 240;
    private static final Color LOBBY = new Color(196, 200, 204);
    private static final Color FLOOR = new Color(120, 110, 100);
    private static final Color PERSON = new Color(70, 90, 130);
    private static final Color SKIN = new Color(224, 182, 150);

    private volatile Supplier<byte[]> scene = () -> jpegOf(drawnLobby());
    private volatile int pictures;

    /** Shows another scene from here on: each call of the supplier gives one encoded picture. */
    public void show(Supplier<byte[]> scene) {
        this.scene = scene;
    }

    /** Returns one encoded picture of what is before the camera now. */
    public byte[] takePicture() {
        byte[] picture = scene.get();
        synchronized (this) {
            pictures++;
        }
        return picture;
    }

    /** Returns how many pictures were taken since the terminal was switched on. */
    public int pictures() {
        return pictures;
    }

    private static BufferedImage drawnLobby() {
        BufferedImage image = new BufferedImage(WIDTH_PX, HEIGHT_PX, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        try {
            fill(pen, LOBBY, 0, 0, WIDTH_PX, HEIGHT_PX);
            fill(pen, FLOOR, 0, HEIGHT_PX * 3 / 4, WIDTH_PX, HEIGHT_PX / 4);
            fill(pen, PERSON, WIDTH_PX * 3 / 8, HEIGHT_PX / 2, WIDTH_PX / 4, HEIGHT_PX / 2);
            pen.setColor(SKIN);
            pen.fillOval(WIDTH_PX * 7 / 16, HEIGHT_PX / 4, WIDTH_PX / 8, HEIGHT_PX / 4);
        } finally {
            pen.dispose();
        }
        return image;
    }

    private static void fill(Graphics2D pen, Color color, int x, int y, int width, int height) {
        pen.setColor(color);
        pen.fillRect(x, y, width, height);
    }

    private static byte[] jpegOf(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
