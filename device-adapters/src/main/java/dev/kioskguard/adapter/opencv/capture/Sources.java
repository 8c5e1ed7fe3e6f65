package dev.kioskguard.adapter.opencv.capture;

import dev.kioskguard.device.DeviceStatus.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sources by how their place is written: {@code 0}, {@code clip.mkv}, a folder, {@code http:}, {@code rtsp:}. */
public final class Sources {

    /** Pictures and clips that are looked for in one folder. */
    public static final int FOLDER_FILES_MAX = 10_000;

    private static final String LOOP = "loop:";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");
    private static final Pattern STREAM = Pattern.compile("(https?|rtsps?)://\\S+");
    private static final Pattern OTHER_SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:.*");

    /** What is a clip or a picture; a list of other places, such as a playlist, is none. */
    private static final String FORMATS = "matroska,webm,mov,mp4,avi,gif,mjpeg,mpjpeg,mpegts,mpeg,flv,ogg,asf,"
            + "image2,jpeg_pipe,png_pipe,webp_pipe,bmp_pipe,h264,hevc,rtsp,rtp";

    /** Each picture comes with its own time; how many a second they are meant to be need not be found out. */
    private static final Map<String, String> FILE = Map.of(
            "protocol_whitelist", "file", "format_whitelist", FORMATS, "pattern_type", "none", "fpsprobesize", "0");

    /** A stream is looked into as little as it takes: what it shows now is wanted, not its beginning. */
    private static final Map<String, String> HTTP = Map.of(
            "protocol_whitelist", "http,https,tls,tcp",
            "format_whitelist", FORMATS,
            "fflags", "nobuffer",
            "analyzeduration", "100000",
            "fpsprobesize", "0");

    private static final Map<String, String> RTSP = Map.of(
            "protocol_whitelist", "rtsp,rtsps,rtp,srtp,udp,tls,tcp",
            "format_whitelist", FORMATS,
            "fflags", "nobuffer",
            "rtsp_transport", "tcp",
            "analyzeduration", "2000000",
            "fpsprobesize", "0");

    private Sources() {}

    /**
     * Checks how a place is written, without going there.
     *
     * @throws IllegalArgumentException saying what to write
     */
    public static void check(String place) {
        String plain = unlooped(place);
        boolean drive = plain.length() > 1 && plain.charAt(1) == ':';
        if (!STREAM.matcher(plain).matches()
                && !drive
                && OTHER_SCHEME.matcher(plain).matches()) {
            throw new IllegalArgumentException("'" + shown(place) + "' is no camera; write opencv:0, opencv:clip.mkv,"
                    + " opencv:loop:clip.mkv, opencv:http://host/stream or opencv:rtsp://host/stream");
        }
    }

    /**
     * Opens a place.
     *
     * @param place a camera's number; a clip or a folder of pictures or clips, either of them after {@code loop:} to
     *     have it round and round; or an {@code http:} or {@code rtsp:} stream
     * @param stopped ends every wait soon once it says so, on the waiting thread
     * @throws SourceException when no picture can come from there now
     */
    public static Source open(String place, BooleanSupplier stopped) throws SourceException {
        String plain = unlooped(place);
        if (NUMBER.matcher(plain).matches()) {
            return CameraSource.open(Integer.parseInt(plain), System.getProperty("os.name", ""));
        }
        if (STREAM.matcher(plain).matches()) {
            return MediaSource.open(plain, plain.startsWith("http") ? HTTP : RTSP, true, stopped);
        }
        List<SequenceSource.Opening> parts = files(plain).stream()
                .<SequenceSource.Opening>map(file -> () -> MediaSource.open(file.toString(), FILE, false, stopped))
                .toList();
        return new SequenceSource(parts, !plain.equals(place));
    }

    private static List<Path> files(String place) throws SourceException {
        try {
            Path path = Path.of(place);
            if (Files.isRegularFile(path)) {
                return List.of(path);
            }
            if (Files.isDirectory(path)) {
                List<Path> files = inside(path);
                if (!files.isEmpty()) {
                    return files;
                }
            }
        } catch (IOException | InvalidPathException e) {
            throw new SourceException(State.NO_DEVICE, "%s cannot be read: %s".formatted(place, e.getMessage()));
        }
        throw new SourceException(State.NO_DEVICE, "there is no clip and no folder of pictures at " + place);
    }

    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .limit(FOLDER_FILES_MAX)
                    .sorted()
                    .toList();
        }
    }

    private static String unlooped(String place) {
        return place.startsWith(LOOP) ? place.substring(LOOP.length()) : place;
    }

    /** Returns a place as it may be told: without a password in it. */
    static String shown(String place) {
        return place.replaceFirst("//[^/@]*@", "//");
    }
}
