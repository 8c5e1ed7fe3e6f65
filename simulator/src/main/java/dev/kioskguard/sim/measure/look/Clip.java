package dev.kioskguard.sim.measure.look;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** A drawn clip of 640×480, JPEG pictures one after another: a bright shape that crosses a grained wall. */
final class Clip {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int PICTURES = 50;
    private static final int SHAPE = 200;
    private static final int GRAINS = 4_000;
    private static final int GRAIN = 6;

    private Clip() {}

    static byte[] drawn() throws IOException {
        var chance = new SplittableRandom(1);
        var clip = new ByteArrayOutputStream();
        for (int number = 0; number < PICTURES; number++) {
            ImageIO.write(picture(number, chance), "jpeg", clip);
        }
        return clip.toByteArray();
    }

    private static BufferedImage picture(int number, SplittableRandom chance) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.GRAY);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        for (int grain = 0; grain < GRAINS; grain++) {
            pen.setColor(new Color(chance.nextInt(1 << 24)));
            pen.fillRect(chance.nextInt(WIDTH), chance.nextInt(HEIGHT), GRAIN, GRAIN);
        }
        pen.setColor(Color.WHITE);
        pen.fillOval((WIDTH - SHAPE) * number / PICTURES, (HEIGHT - SHAPE) / 2, SHAPE, SHAPE);
        pen.dispose();
        return image;
    }
}
