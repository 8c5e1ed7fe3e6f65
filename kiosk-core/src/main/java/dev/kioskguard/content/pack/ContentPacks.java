package dev.kioskguard.content.pack;

import dev.kioskguard.content.ContentPack;
import java.nio.file.Path;

/**
 * Content packs on disk, all YAML but for the pictograms: {@code script, choices, reasons, terms, voices, surnames,
 * cases, slogans, notices}, the folders {@code screens}, {@code scams} and {@code signs}, and {@code voices.<dialect>}.
 */
public final class ContentPacks {

    private ContentPacks() {}

    /**
     * Reads and checks a pack.
     *
     * @param dir the folder, {@code config/content} as shipped
     * @throws ContentException for the first thing that is wrong, with its place and what to do
     */
    public static ContentPack read(Path dir) {
        PackFiles files = PackFiles.read(dir);
        PackSchema.check(files);
        PackRules.check(files);
        return new ContentPack(files.version(), ScriptReading.script(files.tree()), WordsReading.words(files.tree()));
    }
}
