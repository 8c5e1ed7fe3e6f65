package dev.kioskguard.adapter.opencv.health;

/**
 * A picture without its colours, in a few numbers. Immutable.
 *
 * @param light mean of its grey levels, 0 to 255
 * @param contrast their standard deviation
 * @param sharpness variance of its Laplacian at 320 x 240; says something only beside that of the same camera
 * @param cells the picture in {@link #COLUMNS} x {@link #ROWS} mean grey levels, row by row; not to be changed
 * @param checksum of the picture at 320 x 240: no sensor gives the same picture twice
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once a frame, never compared
public record Grey(double light, double contrast, double sharpness, byte[] cells, long checksum) {

    public static final int COLUMNS = 16;
    public static final int ROWS = 12;

    static final int CELLS = COLUMNS * ROWS;

    public Grey {
        if (cells.length != CELLS) {
            throw new IllegalArgumentException("a picture has " + CELLS + " cells");
        }
    }

    /** Returns by how much a cell is lighter than the picture. */
    double cell(int index) {
        return (cells[index] & 0xff) - light;
    }

    /** Returns the largest difference of a cell to another picture's, light of the whole left aside, in grey levels. */
    public double motionSince(Grey before) {
        double most = 0;
        for (int i = 0; i < CELLS; i++) {
            most = Math.max(most, Math.abs(cell(i) - before.cell(i)));
        }
        return most;
    }
}
