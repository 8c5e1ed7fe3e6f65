package dev.kioskguard.content.signed;

import dev.kioskguard.content.ContentPack;
import dev.kioskguard.content.pack.ContentPacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What a pack has to meet on one machine.
 *
 * @param site the branch, as a manifest names it
 * @param own the folder beside the configuration, whose words the machine's voices speak
 */
public record Admission(Trust trust, String site, Path own) {

    /** Where a pack brings recordings, {@code NAME.wav} each. */
    public static final String VOICES = "voices";

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    /** A manifest that may be used here and now, and whose keys say so. */
    record Admitted(Manifest manifest, List<String> signers) {}

    /**
     * Verifies signatures first, and only then looks at what they are over.
     *
     * @throws PackRefusedException when it must not be used
     */
    Admitted admit(byte[] manifest, byte[] signatures, Instant now) {
        List<String> signers = trust.signers(manifest, PackFile.tokens(signatures));
        Manifest verified = Manifest.parse(manifest);
        verified.fits(now, site);
        return new Admitted(verified, signers);
    }

    /**
     * Reads the files of a pack as content.
     *
     * @throws PackRefusedException if it is other content than was signed for, or has words that nobody could hear
     */
    ContentPack read(Path files, Manifest manifest) {
        ContentPack content = ContentPacks.read(files);
        if (!content.version().equals(manifest.version())) {
            throw new PackRefusedException(
                    "the pack reads as %s here and was signed as %s".formatted(content.version(), manifest.version()),
                    "sign it with the release that runs on this machine");
        }
        JsonNode known = words(own);
        for (Map.Entry<String, JsonNode> clip : words(files).properties()) {
            boolean brought = Files.isRegularFile(files.resolve(VOICES).resolve(clip.getKey() + ".wav"));
            // A recording of the old words would say what the screen does not.
            if (!brought && !clip.getValue().equals(known.path(clip.getKey()))) {
                throw new PackRefusedException(
                        "nobody speaks the words of the clip '" + clip.getKey() + "' on this machine yet",
                        "put %s/%s.wav into the pack (config/voices/render.sh renders it) and sign it anew"
                                .formatted(VOICES, clip.getKey()));
            }
        }
        return content;
    }

    private static JsonNode words(Path folder) {
        @Nullable JsonNode words = null;
        try {
            words = YAML.readTree(Files.readString(folder.resolve("voices.yaml")));
        } catch (IOException | JacksonException e) {
            // A folder without readable words has no voices that could be counted on.
        }
        return words == null ? YAML.createObjectNode() : words;
    }
}
