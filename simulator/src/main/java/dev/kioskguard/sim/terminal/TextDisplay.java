package dev.kioskguard.sim.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A small text display for the operator: fixed rows of fixed width, and a beeper. Thread-safe. */
public final class TextDisplay {

    public static final int COLUMNS = 32;
    public static final int ROWS = 16;

    private static final long CELLS = (long) ROWS * COLUMNS;

    private final char[][] cells = new char[ROWS][COLUMNS];
    private int cursorX;
    private int cursorY;
    private int beeps;

    TextDisplay() {
        clear(0, 0, COLUMNS, ROWS);
    }

    /**
     * Writes at a place, over the edge of a row into the next; what does not fit below is lost.
     *
     * @param relative whether the place is counted from where the last text ended
     */
    public synchronized void write(boolean relative, int x, int y, String text) {
        long row = relative ? cursorY + (long) y : y;
        long column = relative ? cursorX + (long) x : x;
        long cell = Math.min(CELLS, row) * COLUMNS + column;
        for (int i = 0; i < text.length() && cell < CELLS; i++, cell++) {
            cells[(int) (cell / COLUMNS)][(int) (cell % COLUMNS)] = text.charAt(i);
        }
        long end = Math.min(cell, CELLS - 1);
        cursorX = (int) (end % COLUMNS);
        cursorY = (int) (end / COLUMNS);
    }

    /** Clears a part of the display; what lies outside is passed over. */
    public synchronized void clear(int x, int y, int width, int height) {
        for (int row = y; row < Math.min(ROWS, (long) y + height); row++) {
            if (x < COLUMNS) {
                Arrays.fill(cells[row], x, (int) Math.min(COLUMNS, (long) x + width), ' ');
            }
        }
        cursorX = Math.min(x, COLUMNS - 1);
        cursorY = Math.min(y, ROWS - 1);
    }

    public synchronized void beep() {
        beeps++;
    }

    public synchronized int beeps() {
        return beeps;
    }

    /** Returns the rows that hold anything, without the blanks at their ends. */
    public synchronized List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (char[] row : cells) {
            String line = new String(row).stripTrailing();
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }
}
