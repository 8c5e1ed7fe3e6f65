package dev.kioskguard.adapter.opencv.detect;

/** A thing of a kind that matters. */
public record Thing(Kind kind, double score, Box box) implements Found {

    /** Kinds with COCO's number for them. */
    public enum Kind {
        PERSON(1),
        REMOTE(75),
        PHONE(77),
        BOOK(84);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }
}
