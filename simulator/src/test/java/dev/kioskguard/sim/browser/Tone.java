package dev.kioskguard.sim.browser;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A hum as a WAV file, in place of a spoken clip. */
public final class Tone {

    private static final int RATE = 8_000;
    private static final int HEAD_BYTES = 44;
    private static final double HERTZ = 220;
    private static final int LOUDNESS = 8_000;

    private Tone() {}

    public static byte[] lasting(double seconds) {
        int samples = (int) (RATE * seconds);
        ByteBuffer wav = ByteBuffer.allocate(HEAD_BYTES + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(HEAD_BYTES - 8 + 2 * samples).put(ascii("WAVEfmt "));
        wav.putInt(16).putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
        wav.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(2 * samples);
        for (int i = 0; i < samples; i++) {
            wav.putShort((short) (LOUDNESS * Math.sin(2 * Math.PI * HERTZ * i / RATE)));
        }
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
