package dev.kioskguard.sim.measure.fleet;

import dev.kioskguard.audit.MemoryJournal;
import dev.kioskguard.content.Words;
import dev.kioskguard.transfer.clearance.Checkpoint;
import dev.kioskguard.transfer.clearance.ClearanceKeys;
import dev.kioskguard.transfer.clearance.PublicKeys;
import dev.kioskguard.transfer.clearance.SigningKey;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * What all machines of a fleet and their desk have in common.
 *
 * @param desk its key
 * @param desks what machines know of it
 * @param checkpoint a signed one of some journal: each machine would sign on a processor of its own, not on this one
 */
public record Outfit(
        SecureRandom random, InstantSource time, Words words, SigningKey desk, PublicKeys desks, String checkpoint) {

    static final String BRANCH = "FLEET";

    /** Makes keys of its own; {@code words} are those of the pages. */
    public static Outfit of(SecureRandom random, InstantSource time, Words words) {
        SigningKey desk = SigningKey.generate(random);
        var head = new Checkpoint(new MemoryJournal(random).head(), time.instant(), FleetMachine.name(1));
        String checkpoint = ClearanceKeys.inMemory(random).sign(head);
        return new Outfit(random, time, words, desk, desk.publicKeys(), checkpoint);
    }
}
