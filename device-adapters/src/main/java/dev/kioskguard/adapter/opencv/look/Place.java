package dev.kioskguard.adapter.opencv.look;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One thing to look at: a picture, a clip, a stream or a camera.
 *
 * @param name as it was given, plus the rest below it; after {@code loop:} a clip goes round and round
 * @param label what the folder is called that it lies in; empty for what lies in none
 */
public record Place(String name, String label, boolean isPicture) {
    /** Files that one folder may hold, so that nobody looks at a whole disk by mistake. */
    public static final int FILES_MAX = 100_000;

    private static final String LOOP = "loop:";
    private static final Pattern CAMERA = Pattern.compile("[0-9]{1,3}");
    private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png", "bmp");
    private static final Set<String> CLIPS =
            Set.of("gif", "mp4", "mkv", "webm", "avi", "mov", "mjpeg", "mjpg", "mpg", "ts", "m4v");

    /**
     * What there is at {@code given}: the files of a folder and all below it, in order of their names, or the one thing
     * itself.
     *
     * @throws IOException where a folder cannot be read or holds too much
     */
    public static List<Place> at(String given) throws IOException {
        if (!isFile(given) || !Files.isDirectory(Path.of(given))) {
            return List.of(of(given));
        }
        try (Stream<Path> files = Files.walk(Path.of(given))) {
            List<Place> places = files.filter(Files::isRegularFile)
                    .map(file -> of(file.toString()))
                    .filter(place -> place.isPicture() || CLIPS.contains(ending(place.name())))
                    .limit(FILES_MAX + 1L)
                    .sorted(Comparator.comparing(Place::name))
                    .toList();
            if (places.size() > FILES_MAX) {
                throw new IOException(
                        "%s holds more than %d pictures and clips; name a smaller folder".formatted(given, FILES_MAX));
            }
            return places;
        }
    }

    private static Place of(String name) {
        if (!isFile(name)) {
            return new Place(name, "", false);
        }
        Path folder = Path.of(name).toAbsolutePath().getParent();
        String label = folder == null || folder.getFileName() == null
                ? ""
                : folder.getFileName().toString();
        return new Place(name, label, PICTURES.contains(ending(name)));
    }

    /** Whether this is a file, and not a stream or a camera. */
    boolean isFile() {
        return isFile(name);
    }

    /** Whether it is seen now, by a camera that hangs somewhere. */
    public boolean isCamera() {
        return !isFile() && !name.startsWith(LOOP);
    }

    private static boolean isFile(String name) {
        return !name.contains("://")
                && !name.startsWith(LOOP)
                && !(CAMERA.matcher(name).matches() && !Files.exists(Path.of(name)));
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
