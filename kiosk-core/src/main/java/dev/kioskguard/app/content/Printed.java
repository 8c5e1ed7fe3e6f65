package dev.kioskguard.app.content;

import dev.kioskguard.content.signed.Manifest;
import java.util.List;

/** Packs as lines of text. */
final class Printed {

    private Printed() {}

    static List<String> manifest(Manifest manifest, String digest, List<String> keys) {
        String until = manifest.validUntil() == null ? "until it is replaced" : "until " + manifest.validUntil();
        String sites = manifest.sites().isEmpty() ? "every branch" : String.join(", ", manifest.sites());
        return List.of(
                "  sequence   " + manifest.sequence(),
                "  created    " + manifest.created(),
                "  valid      from " + manifest.validFrom() + " " + until,
                "  for        " + sites,
                "  signed by  " + String.join(", ", keys),
                "  files      " + manifest.files().size(),
                "  digest     " + digest);
    }
}
