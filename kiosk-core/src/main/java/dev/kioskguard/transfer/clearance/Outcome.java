package dev.kioskguard.transfer.clearance;

/** What the host makes of a clearance. */
public sealed interface Outcome {

    /** The transfer may be done, not before {@link ClearanceClaims#notBefore()}. */
    record Accepted(ClearanceClaims claims) implements Outcome {}

    /** The transfer must not be done. */
    record Refused(Refusal reason, String detail) implements Outcome {}
}
