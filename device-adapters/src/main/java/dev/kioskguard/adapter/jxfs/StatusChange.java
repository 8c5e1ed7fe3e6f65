package dev.kioskguard.adapter.jxfs;

/**
 * A device is another than before, told to every open control of it; stands for {@code JxfsStatusEvent}. Immutable.
 *
 * @param reason what has changed
 * @param status how all of it stands now, as the control that is told sees it
 */
public record StatusChange(Reason reason, ControlStatus status) {

    /** What can change. The numbers of J/XFS for it ({@code JXFS_S_*}) are not public, so there are none here. */
    public enum Reason {
        DEVICE,
        /** Where the card is. */
        MEDIA,
        /** Who has it for itself. */
        CLAIM,
        SENSORS
    }
}
