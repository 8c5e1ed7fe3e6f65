package dev.kioskguard.content;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The pictograms of a pack on disk, one {@code NAME.svg} each. Reading the pack has checked that they are plain shapes.
 *
 * @param folder {@code signs} of the pack
 */
public record Signs(Path folder) {

    private static final String FOLDER = "signs";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** The pictograms of the pack in a folder. */
    public static Signs of(Path pack) {
        return new Signs(pack.resolve(FOLDER));
    }

    /** The file of a pictogram, or nothing where the pack has none of that name. */
    public Optional<Path> sign(String name) {
        return Optional.of(name)
                .filter(NAME.asMatchPredicate())
                .map(plain -> folder.resolve(plain + ".svg"))
                .filter(Files::isRegularFile);
    }
}
