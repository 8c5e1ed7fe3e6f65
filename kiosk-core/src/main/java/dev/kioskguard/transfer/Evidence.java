package dev.kioskguard.transfer;

/**
 * What has been proven to the customer, one flag a promise. A flag is raised by the page's proof and never lowered.
 *
 * @param voice the warning's clip was played to its end over a speaker that reports itself well
 * @param sign the warning's pictogram was on the screen
 * @param payeeShown masked name, account and amount were on the first confirmation, in Chinese
 * @param realTimeSaid the Chinese sentence that the money moves at once was on the first confirmation
 */
public record Evidence(
        boolean voice,
        boolean text,
        boolean sign,
        boolean popup,
        boolean payeeShown,
        boolean realTimeSaid,
        boolean confirmedTwice) {

    public static final Evidence NONE = new Evidence(false, false, false, false, false, false, false);

    /** Returns whether the four channels of the legal prompt are proven, without which nothing is cleared. */
    public boolean promptProven() {
        return voice && text && sign && popup;
    }

    public Evidence withTwiceConfirmed() {
        return new Evidence(voice, text, sign, popup, payeeShown, realTimeSaid, true);
    }
}
