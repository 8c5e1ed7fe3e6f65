package dev.kioskguard.adapter.xfs.memory;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import dev.kioskguard.adapter.xfs.header.Abi;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * Memory of this process that somebody else owns, read without harm: a page is read only after the system has said
 * that it can be. What it said counts for one result, which stays where it is until it is freed, and for no other.
 */
public final class ForeignMemory {

    private static final int PAGE_BYTES = OwnProcess.PAGE_BYTES;

    /** Pages of one result that are remembered to be readable; few lie on more than three. */
    private static final int PAGES_KNOWN_MAX = 16;

    /** The highest address that an application's memory can have, on any system. */
    private static final long ADDRESS_MAX = 0x0000_FFFF_FFFF_FFFFL;

    private static final int TEXT_PIECE_BYTES = 64;

    private final OwnProcess process;
    private final Charset charset;
    private final long[] known = new long[PAGES_KNOWN_MAX];
    private int knownNext;

    private ForeignMemory(OwnProcess process, Charset charset) {
        this.process = process;
        this.charset = charset;
    }

    /** Returns the memory of this process, whose texts are in the code page of the system. */
    public static ForeignMemory here() {
        // A native API takes and gives texts in this one, whatever the JVM itself prefers.
        Charset system = Charset.forName(System.getProperty("sun.jnu.encoding", "US-ASCII"));
        return new ForeignMemory(OwnProcess.here(), system);
    }

    /** Returns the same memory with nothing known of it yet, for one result and whoever reads that. */
    public ForeignMemory fresh() {
        return new ForeignMemory(process, charset);
    }

    /** Returns the layout that a library loaded into this process has. */
    public Abi abi() {
        return Abi.ofPointers(Native.POINTER_SIZE);
    }

    Charset charset() {
        return charset;
    }

    /**
     * Copies bytes.
     *
     * @param field whose name an error bears
     * @throws NativeFieldException when they cannot be read
     */
    public byte[] read(long address, int bytes, String field) {
        if (address == 0) {
            throw new NativeFieldException(field, "is null");
        }
        if (!canRead(address, bytes)) {
            throw new NativeFieldException(field, "points to memory that cannot be read");
        }
        byte[] copy = new byte[bytes];
        new Pointer(address).read(0, copy, 0, bytes);
        return copy;
    }

    /**
     * Copies bytes up to the first {@code zeros} zero bytes in a row, which are left out.
     *
     * @throws NativeFieldException when they cannot be read, or do not end within {@code max} bytes
     */
    String text(long address, int zeros, int max, String field) {
        byte[] read = new byte[0];
        int inARow = 0;
        while (read.length < max) {
            long next = address + read.length;
            int piece = Math.min(TEXT_PIECE_BYTES, PAGE_BYTES - (int) (next % PAGE_BYTES));
            byte[] more = read(next, piece, field);
            int before = read.length;
            read = Arrays.copyOf(read, before + piece);
            System.arraycopy(more, 0, read, before, piece);
            for (int i = before; i < read.length; i++) {
                inARow = read[i] == 0 ? inARow + 1 : 0;
                if (inARow == zeros) {
                    return new String(read, 0, i + 1 - zeros, charset);
                }
            }
        }
        throw new NativeFieldException(field, "does not end within %d bytes".formatted(max));
    }

    private boolean canRead(long address, int bytes) {
        if (address < PAGE_BYTES || address > ADDRESS_MAX - bytes) {
            return false;
        }
        for (long page = address / PAGE_BYTES; page <= (address + bytes - 1) / PAGE_BYTES; page++) {
            if (!canReadPage(page)) {
                return false;
            }
        }
        return true;
    }

    private boolean canReadPage(long page) {
        for (long one : known) {
            if (one == page) {
                return true;
            }
        }
        if (!process.canRead(page * PAGE_BYTES)) {
            return false;
        }
        known[knownNext] = page;
        knownNext = (knownNext + 1) % PAGES_KNOWN_MAX;
        return true;
    }
}
