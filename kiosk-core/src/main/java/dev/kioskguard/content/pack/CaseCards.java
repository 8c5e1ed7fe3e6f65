package dev.kioskguard.content.pack;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A local case on its way into the {@code cases.yaml} of a pack. */
public final class CaseCards {

    private CaseCards() {}

    /**
     * Returns what {@code cases.yaml} would not take of a case yet, as JSON pointers such as {@code /place/en}; empty
     * where it would take it. Whether the pack knows its kind of fraud, and has no other case of this id, is not asked.
     */
    public static List<String> missing(JsonNode card) {
        return PackSchema.part("case").validate(card).stream()
                .map(error -> error.getInstanceLocation().toString())
                .distinct()
                .sorted()
                .toList();
    }
}
