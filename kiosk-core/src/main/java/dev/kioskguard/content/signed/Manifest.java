package dev.kioskguard.content.signed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a pack says of itself, and what its signatures are over.
 *
 * @param format of this page, {@link #FORMAT}
 * @param version as the content's own reading computes it, digest included
 * @param sequence rises with each pack; a terminal goes back only when it is told to
 * @param validFrom the first instant at which it may be used
 * @param validUntil the first instant at which it may not; null where only its successor ends it
 * @param sites branches that may use it; empty for all
 * @param files sorted by name
 */
public record Manifest(
        int format,
        String version,
        long sequence,
        Instant created,
        Instant validFrom,
        @Nullable Instant validUntil,
        List<String> sites,
        List<Item> files) {

    static final int FORMAT = 1;

    /** A hundred scam types with a sign and two clips each, and as much again. */
    public static final int FILES_MAX = 1024;

    /** The longest clip, a minute of 16 bits at 22 kHz, has 2.6 MB. */
    public static final long FILE_BYTES_MAX = 4 * 1024 * 1024;

    public static final long TOTAL_BYTES_MAX = 256 * 1024 * 1024;

    static final int BYTES_MAX = 512 * 1024;
    static final int NAME_LENGTH_MAX = 120;
    static final int SITES_MAX = 1000;

    private static final Pattern NAME = Pattern.compile("\\w[\\w.-]*(/\\w[\\w.-]*){0,3}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern WORD = Pattern.compile("[\\w.+-]{1,100}");

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** One file of the pack. */
    public record Item(String name, long size, String sha256) {}

    public Manifest {
        sites = List.copyOf(sites);
        files = List.copyOf(files);
    }

    /**
     * Reads a manifest whose signatures have been verified.
     *
     * @throws PackRefusedException for the first thing in it that cannot be
     */
    static Manifest parse(byte[] bytes) {
        try {
            Manifest manifest = JSON.readValue(bytes, Manifest.class);
            manifest.check();
            return manifest;
        } catch (JacksonException | NullPointerException e) {
            throw new PackRefusedException(
                    "manifest.json is not a manifest of format " + FORMAT, "sign the pack with this release", e);
        }
    }

    byte[] bytes() {
        return JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    }

    public boolean isInTime(Instant now) {
        return !now.isBefore(validFrom) && (validUntil == null || now.isBefore(validUntil));
    }

    /**
     * Returns when the pack may be used there and then.
     *
     * @throws PackRefusedException when it may not
     */
    void fits(Instant now, String site) {
        if (now.isBefore(validFrom)) {
            throw new PackRefusedException(
                    "the pack " + version + " is valid from " + validFrom + " and it is " + now,
                    "install it then, and see that the machine's clock is right");
        }
        if (validUntil != null && !now.isBefore(validUntil)) {
            throw new PackRefusedException(
                    "the pack " + version + " was valid until " + validUntil + " and it is " + now,
                    "have a new one signed, and see that the machine's clock is right");
        }
        if (!sites.isEmpty() && !sites.contains(site)) {
            throw new PackRefusedException(
                    "the pack " + version + " is for " + String.join(", ", sites) + " and this is " + site,
                    "install the pack of this branch");
        }
    }

    private void check() {
        orRefuse(format == FORMAT, "its format is " + format);
        orRefuse(WORD.matcher(version).matches(), "its version is no version");
        orRefuse(sequence > 0, "its sequence number is not above 0");
        orRefuse(validUntil == null || validFrom.isBefore(validUntil), "its validity ends before it begins");
        orRefuse(sites.size() <= SITES_MAX, "it names more than " + SITES_MAX + " sites");
        orRefuse(sites.stream().allMatch(site -> WORD.matcher(site).matches()), "it names a site that is none");
        orRefuse(!files.isEmpty() && files.size() <= FILES_MAX, "it does not have 1 to " + FILES_MAX + " files");
        long total = 0;
        String before = "";
        Set<String> names = new TreeSet<>();
        for (Item file : files) {
            orRefuse(isName(file.name()), "it has a file that may not be called so");
            orRefuse(before.compareTo(file.name()) < 0, "its files are not sorted, or one is named twice");
            // A terminal's disk may not know large letters from small ones.
            orRefuse(names.add(file.name().toLowerCase(Locale.ROOT)), "two of its files differ only in case");
            orRefuse(DIGEST.matcher(file.sha256()).matches(), "it has a digest that is none");
            orRefuse(file.size() >= 0 && file.size() <= FILE_BYTES_MAX, tooLarge(file.name()));
            total += file.size();
            before = file.name();
        }
        orRefuse(total <= TOTAL_BYTES_MAX, "its files have more than " + TOTAL_BYTES_MAX + " bytes");
    }

    static boolean isName(String name) {
        return name.length() <= NAME_LENGTH_MAX && NAME.matcher(name).matches();
    }

    static String tooLarge(String name) {
        return name + " has more than " + FILE_BYTES_MAX + " bytes";
    }

    private static void orRefuse(boolean good, String trouble) {
        if (!good) {
            throw new PackRefusedException("the pack cannot be used: " + trouble, "have it put right and signed anew");
        }
    }
}
