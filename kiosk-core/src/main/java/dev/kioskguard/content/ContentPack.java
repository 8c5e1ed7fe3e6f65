package dev.kioskguard.content;

/**
 * Everything a customer may read or be asked, as one unit that a clearance and the journal can name.
 *
 * @param version the bank's own version, a plus sign, and the first eight hex digits of SHA-256 over the files, so that
 *     two packs with different words never bear the same version
 */
public record ContentPack(String version, Script script, Words words) {}
