package dev.kioskguard.sim.standin;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** How long a clip in RIFF WAVE plays, by the byte rate in its {@code fmt} chunk and the size of its {@code data}. */
final class WavLength {

    private static final int RIFF_HEADER_BYTES = 12;
    private static final int CHUNK_HEADER_BYTES = 8;
    private static final int BYTE_RATE_OFFSET = 8;
    private static final int FORMAT_BYTES_MIN = 16;

    private WavLength() {}

    /**
     * Returns the playing time.
     *
     * @throws IllegalArgumentException if the bytes are no playable clip
     */
    static Duration of(byte[] clip) {
        ByteBuffer riff = ByteBuffer.wrap(clip).order(ByteOrder.LITTLE_ENDIAN);
        if (clip.length < RIFF_HEADER_BYTES
                || !tag(riff, 0).equals("RIFF")
                || !tag(riff, 8).equals("WAVE")) {
            throw new IllegalArgumentException("a clip begins with a RIFF header of the form WAVE");
        }
        long byteRate = 0;
        long at = RIFF_HEADER_BYTES;
        while (at + CHUNK_HEADER_BYTES <= clip.length) {
            int body = (int) at + CHUNK_HEADER_BYTES;
            long size = Integer.toUnsignedLong(riff.getInt(body - Integer.BYTES));
            // A writer that did not know the size beforehand leaves a number that is too large.
            long there = Math.min(size, clip.length - body);
            if (tag(riff, (int) at).equals("fmt ") && there >= FORMAT_BYTES_MIN) {
                byteRate = Integer.toUnsignedLong(riff.getInt(body + BYTE_RATE_OFFSET));
            } else if (tag(riff, (int) at).equals("data") && byteRate > 0 && there > 0) {
                return Duration.ofNanos(there * 1_000_000_000L / byteRate);
            }
            at = body + size + size % 2;
        }
        throw new IllegalArgumentException("a clip has a format and data");
    }

    private static String tag(ByteBuffer riff, int at) {
        byte[] letters = new byte[4];
        riff.get(at, letters);
        return new String(letters, StandardCharsets.US_ASCII);
    }
}
