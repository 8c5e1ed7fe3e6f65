package dev.kioskguard.web.desk.draft;

import dev.kioskguard.audit.OwnerOnlyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that only the service's account may read, with at most {@link #DRAFTS_MAX} drafts. Nobody but a person takes
 * one out: what is not looked at is neither used nor lost. Thread-safe.
 */
public final class Drafts {

    /** More than a branch closes out in a year; beyond it nothing more is written until somebody has tidied. */
    public static final int DRAFTS_MAX = 100;

    private static final String CARD = ".case.yaml";
    private static final String STORY = ".story.yaml";
    private static final Pattern ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

    private final Path folder;

    public Drafts(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps a draft under the next free id that begins so.
     *
     * @return its id; empty where the folder is full
     */
    public synchronized Optional<String> keep(String begin, Writing writing) throws IOException {
        make();
        var ids = new TreeSet<>(ids());
        if (ids.size() >= DRAFTS_MAX) {
            return Optional.empty();
        }
        int number = 1;
        while (ids.contains(begin + "-" + number)) {
            number++;
        }
        String id = begin + "-" + number;
        Draft draft = writing.as(id);
        if (draft.card() != null) {
            write(id + CARD, draft.card());
        }
        write(id + STORY, draft.story());
        return Optional.of(id);
    }

    /** Returns the ids of all drafts, in the order of the alphabet. */
    public synchronized List<String> ids() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(CARD) || name.endsWith(STORY))
                    .map(name -> name.replaceAll("\\.(case|story)\\.yaml$", ""))
                    .filter(id -> ID.matcher(id).matches())
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what is left of a draft; empty where there is none of this id. */
    public synchronized Optional<Found> find(String id) {
        if (!ids().contains(id)) {
            return Optional.empty();
        }
        return Optional.of(new Found(text(id + CARD), text(id + STORY)));
    }

    private @Nullable String text(String name) {
        try {
            Path file = folder.resolve(name);
            return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make() throws IOException {
        boolean modes = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerAlone = modes
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        Files.createDirectories(folder, ownerAlone);
    }

    private void write(String name, String text) throws IOException {
        OwnerOnlyFile.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a draft once its id is known. */
    @FunctionalInterface
    public interface Writing {
        Draft as(String id);
    }

    /**
     * What a close-out leaves.
     *
     * @param card a case for {@code cases.yaml} of a pack; null where it was no fraud
     */
    public record Draft(@Nullable String card, String story) {}

    /** What a person has not taken out yet. */
    public record Found(@Nullable String card, @Nullable String story) {}
}
