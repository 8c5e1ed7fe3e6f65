package dev.kioskguard.risk;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What was looked up of a payee when a transfer was asked for: once, so that a later list cannot change a verdict.
 *
 * @param listed whether the payee stands on the offline list of suspect accounts; null where there is no list
 * @param listAge how old the list was; null where there is none
 * @param found what the bank's own look-ups came to; null where there are none
 */
public record LookUp(@Nullable Boolean listed, @Nullable Duration listAge, PayeeLookUps.@Nullable Finding found) {

    public static final LookUp NOTHING = new LookUp(null, null, null);
}
