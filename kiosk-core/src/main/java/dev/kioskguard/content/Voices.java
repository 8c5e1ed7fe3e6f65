package dev.kioskguard.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The voice clips on disk, one {@code NAME.wav} each: what came with the words before what a bank recorded, and that
 * before what the build rendered.
 *
 * <p>A file counts only when its header reads as a WAV of a sensible length, so that a half-copied recording falls back
 * to the rendered clip. Files are looked at on each call; safe to share between threads.
 *
 * @param folders in the order in which they are asked; any may be absent
 */
public record Voices(List<Path> folders) {

    /** The longest clip: a customer waits until it has ended. */
    public static final Duration LENGTH_MAX = Duration.ofMinutes(1);

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
    private static final Pattern DIALECT = Pattern.compile("[a-z]{2,3}");
    private static final String OF = ":";
    private static final int HEADER_BYTES_MAX = 4096;
    private static final int CHUNK_HEAD_BYTES = 8;
    private static final int FORM_BYTES = 12;
    private static final int BYTE_RATE_OFFSET = 8;
    private static final long NANOS_A_SECOND = Duration.ofSeconds(1).toNanos();

    public Voices {
        folders = List.copyOf(folders);
    }

    /**
     * The voices of a machine.
     *
     * @param recorded the bank's recordings, may be absent
     * @param rendered what {@code config/voices/render.sh} made
     */
    public Voices(Path recorded, Path rendered) {
        this(List.of(recorded, rendered));
    }

    /** Returns these voices behind those of another folder. */
    public Voices after(Path first) {
        return new Voices(Stream.concat(Stream.of(first), folders.stream()).toList());
    }

    /** The same clips in a second language or dialect, by its code, as in {@code voices.yue.yaml}. */
    public Voices in(String dialect) {
        if (!DIALECT.matcher(dialect).matches()) {
            throw new IllegalArgumentException("'%s' is no code of a language; write it as 'yue'".formatted(dialect));
        }
        return new Voices(
                folders.stream().map(folder -> folder.resolve(dialect)).toList());
    }

    /** The name of a clip in a second language or dialect, by which {@link #clip} finds it here: {@code yue:paused}. */
    public static String named(String dialect, String clip) {
        return dialect + OF + clip;
    }

    /** The file of a clip, or nothing where none can be played; then there is no voice, and no transfer. */
    public Optional<Path> clip(String name) {
        int dialect = name.indexOf(OF);
        if (dialect > 0 && DIALECT.matcher(name.substring(0, dialect)).matches()) {
            return in(name.substring(0, dialect)).clip(name.substring(dialect + 1));
        }
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        return folders.stream()
                .map(folder -> folder.resolve(name + ".wav"))
                .filter(file -> measured(file).isPresent())
                .findFirst();
    }

    /** How long the clip plays; zero where there is none. */
    public Duration length(String name) {
        return clip(name).flatMap(Voices::measured).orElse(Duration.ZERO);
    }

    private static Optional<Duration> measured(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES_MAX).order(ByteOrder.LITTLE_ENDIAN);
            while (header.hasRemaining() && channel.read(header) >= 0) {
                // A channel may give less than asked for.
            }
            header.flip();
            return lengthIn(header, channel.size())
                    .filter(length -> !length.isZero() && length.compareTo(LENGTH_MAX) <= 0);
        } catch (IOException e) {
            // Unreadable is as good as absent: the other folder may have it, and otherwise no transfer is cleared.
            return Optional.empty();
        }
    }

    /** Walks the chunks of a RIFF file: {@code fmt } tells the bytes a second, {@code data} how many there are. */
    private static Optional<Duration> lengthIn(ByteBuffer header, long fileBytes) {
        if (header.limit() < FORM_BYTES
                || !tag(header, 0).equals("RIFF")
                || !tag(header, 8).equals("WAVE")) {
            return Optional.empty();
        }
        long bytesASecond = 0;
        long at = FORM_BYTES;
        while (at + CHUNK_HEAD_BYTES <= header.limit()) {
            String chunk = tag(header, (int) at);
            long size = Integer.toUnsignedLong(header.getInt((int) at + 4));
            long body = at + CHUNK_HEAD_BYTES;
            if (chunk.equals("fmt ") && body + BYTE_RATE_OFFSET + 4 <= header.limit()) {
                bytesASecond = Integer.toUnsignedLong(header.getInt((int) body + BYTE_RATE_OFFSET));
            }
            if (chunk.equals("data")) {
                return bytesASecond > 0 && body + size <= fileBytes
                        ? Optional.of(Duration.ofNanos(size * NANOS_A_SECOND / bytesASecond))
                        : Optional.empty();
            }
            at = body + size + size % 2;
        }
        return Optional.empty();
    }

    private static String tag(ByteBuffer header, int at) {
        byte[] tag = new byte[4];
        header.get(at, tag);
        return new String(tag, StandardCharsets.US_ASCII);
    }
}
