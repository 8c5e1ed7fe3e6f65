package dev.kioskguard.vision;

import java.util.List;

/**
 * How a camera's picture is turned, cut and covered before anything looks at it: turned first, then covered, then cut.
 * Immutable.
 *
 * @param region what of the upright picture is looked at
 * @param masks what is blacked out in it, such as the keypad; parts of the whole upright picture
 */
public record View(Turn turn, Region region, List<Region> masks) {

    public static final int MASKS_MAX = 8;

    /** The picture as the camera gives it. */
    public static final View WHOLE = new View(Turn.NONE, Region.ALL, List.of());

    public View {
        if (masks.size() > MASKS_MAX) {
            throw new IllegalArgumentException("a picture has at most " + MASKS_MAX + " masks");
        }
        masks = List.copyOf(masks);
    }

    /** What brings a picture upright, clockwise. */
    public enum Turn {
        NONE(0),
        RIGHT(90),
        OVER(180),
        LEFT(270);

        private final int degrees;

        Turn(int degrees) {
            this.degrees = degrees;
        }

        public int degrees() {
            return degrees;
        }

        /**
         * Returns the turn by so many degrees clockwise.
         *
         * @throws IllegalArgumentException when it is no quarter of a turn
         */
        public static Turn of(int degrees) {
            for (Turn turn : values()) {
                if (turn.degrees == degrees) {
                    return turn;
                }
            }
            throw new IllegalArgumentException("a picture is turned by 0, 90, 180 or 270 degrees, not " + degrees);
        }
    }

    /** A part of a picture, in whole percent of its width and height, counted from its upper left corner. */
    public record Region(int left, int top, int width, int height) {

        public static final Region ALL = new Region(0, 0, 100, 100);

        public Region {
            if (left < 0 || top < 0 || width < 1 || height < 1 || left + width > 100 || top + height > 100) {
                throw new IllegalArgumentException(
                        "a part of a picture lies within 0 and 100 percent: left %d, top %d, width %d, height %d"
                                .formatted(left, top, width, height));
            }
        }
    }
}
