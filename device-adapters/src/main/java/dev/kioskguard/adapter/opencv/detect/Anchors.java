package dev.kioskguard.adapter.opencv.detect;

/**
 * The middles of a grid's cells, row by row, as shares of the side; each cell stands {@code perCell} times in a row.
 *
 * @param cells along a side
 */
record Anchors(int cells, int perCell) {

    int count() {
        return cells * cells * perCell;
    }

    double x(int anchor) {
        return (anchor / perCell % cells + 0.5) / cells;
    }

    double y(int anchor) {
        int row = anchor / perCell / cells;
        return (row + 0.5) / cells;
    }
}
