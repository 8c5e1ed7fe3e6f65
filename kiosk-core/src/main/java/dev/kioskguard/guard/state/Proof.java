package dev.kioskguard.guard.state;

import dev.kioskguard.guard.screen.Channel;
import dev.kioskguard.transfer.DelayMode;
import dev.kioskguard.transfer.Evidence;
import java.util.EnumSet;
import java.util.Set;

/**
 * What has been proven so far in this transfer.
 *
 * @param warned channels proven on the warning
 * @param reported channels of the warning that the page has spoken of, proven or not
 * @param confirmed channels proven on the first confirmation, as it was last shown
 * @param offered when the money moves, as the first confirmation said it
 * @param mode when the money moves, as the second confirmation says it
 * @param understood whether the customer has shown that they understood
 * @param mistakes wrong answers since the last right one
 */
public record Proof(
        Set<Channel> warned,
        Set<Channel> reported,
        Set<Channel> confirmed,
        DelayMode offered,
        DelayMode mode,
        boolean understood,
        int mistakes) {

    public static final Proof NONE = new Proof(Set.of(), Set.of(), Set.of(), DelayMode.DAY, DelayMode.DAY, false, 0);

    public Proof {
        warned = Set.copyOf(warned);
        reported = Set.copyOf(reported);
        confirmed = Set.copyOf(confirmed);
    }

    public Proof onWarning(Channel channel) {
        return new Proof(with(warned, channel), reported, confirmed, offered, mode, understood, mistakes);
    }

    /** Returns this after the page has spoken of a channel of the warning. */
    public Proof reporting(Channel channel) {
        return new Proof(warned, with(reported, channel), confirmed, offered, mode, understood, mistakes);
    }

    /** Returns whether nothing is left to wait for: the voice has ended and the words were seen, or neither will be. */
    public boolean isToldWhole() {
        return reported.contains(Channel.VOICE) && reported.contains(Channel.TEXT);
    }

    public Proof onConfirmation(Channel channel) {
        return new Proof(warned, reported, with(confirmed, channel), offered, mode, understood, mistakes);
    }

    /** Returns this for a first confirmation that is shown (again): what was proven on an earlier one is void. */
    public Proof offering(DelayMode first) {
        return new Proof(warned, reported, Set.of(), first, first, understood, mistakes);
    }

    public Proof withUnderstanding() {
        return new Proof(warned, reported, confirmed, offered, mode, true, 0);
    }

    public Proof withMistake() {
        return new Proof(warned, reported, confirmed, offered, mode, understood, mistakes + 1);
    }

    public Proof withoutMistakes() {
        return new Proof(warned, reported, confirmed, offered, mode, understood, 0);
    }

    /** Returns this for a second confirmation that says when the money really moves. */
    public Proof settling(DelayMode last) {
        return new Proof(warned, reported, confirmed, offered, last, understood, mistakes);
    }

    /** Returns this for a warning that is to be given anew, after a pause. */
    public Proof warningAnew() {
        return new Proof(Set.of(), Set.of(), Set.of(), offered, mode, understood, 0);
    }

    public Evidence evidence() {
        return Channel.evidence(warned, confirmed, offered == DelayMode.REAL_TIME);
    }

    private static Set<Channel> with(Set<Channel> channels, Channel channel) {
        var all = EnumSet.of(channel);
        all.addAll(channels);
        return all;
    }
}
