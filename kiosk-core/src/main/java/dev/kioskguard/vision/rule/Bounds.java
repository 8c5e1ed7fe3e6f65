package dev.kioskguard.vision.rule;

import java.time.Duration;

/**
 * How much of a window must speak for a signal. Shares and times, so that they mean the same at every frame rate.
 *
 * @param window how far back is looked
 * @param kept how many frames are looked at however far back they are: what a camera tells that is slower than the
 *     window is long
 * @param on the share of all frames of the window that must say yes; one that cannot tell is not one that does
 * @param off at which share of the frames that can tell a signal ends
 * @param framesMin how many frames must be able to tell, or nothing begins and nothing ends
 * @param lastsMin how far apart the first and the last yes must be
 * @param timesMin how many separate times it must have been seen
 */
record Bounds(Duration window, int kept, double on, double off, int framesMin, Duration lastsMin, int timesMin) {

    Bounds {
        if (!(0 <= off && off < on && on <= 1)) {
            throw new IllegalArgumentException("a signal ends at a smaller share than it begins at");
        }
        if (lastsMin.compareTo(window) > 0) {
            throw new IllegalArgumentException("a signal cannot last longer than the window shows");
        }
    }
}
