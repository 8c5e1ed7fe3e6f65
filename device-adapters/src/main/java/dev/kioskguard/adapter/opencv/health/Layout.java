package dev.kioskguard.adapter.opencv.health;

/** Where a camera's pictures are light and where dark, as the mean of many. */
final class Layout {

    private final double[] cells = new double[Grey.CELLS];
    private long pictures;

    void add(Grey grey) {
        pictures++;
        for (int i = 0; i < cells.length; i++) {
            cells[i] += (grey.cell(i) - cells[i]) / pictures;
        }
    }

    /** Becomes a little like another. */
    void blend(Layout other, double share) {
        for (int i = 0; i < cells.length; i++) {
            cells[i] += (other.cells[i] - cells[i]) * share;
        }
    }

    /** Returns how like another it is: 1 the same, 0 nothing in common, -1 the opposite. */
    double likeness(Layout other) {
        double both = 0;
        double mine = 0;
        double others = 0;
        for (int i = 0; i < cells.length; i++) {
            both += cells[i] * other.cells[i];
            mine += cells[i] * cells[i];
            others += other.cells[i] * other.cells[i];
        }
        return mine == 0 || others == 0 ? 1 : both / Math.sqrt(mine * others);
    }
}
