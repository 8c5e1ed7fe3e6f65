package dev.kioskguard.adapter.xfs.memory;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import dev.kioskguard.adapter.xfs.header.Abi;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Memory of this process that somebody else owns, read without harm: a page is read only after the system has said
 * that it can be. Thread-safe.
 *
 * <p>The system is asked about a page once in {@value #ASKED_AGAIN_MS} ms, as asking costs many times what reading
 * does. Results stay where they are until they are freed, so what was there a moment ago is there.
 */
public final class ForeignMemory {

    /** No page of any system that an XFS manager runs on is smaller. */
    private static final int PAGE_BYTES = 4096;

    static final long ASKED_AGAIN_MS = 1000;

    /** Pages that are remembered to be readable; a result rarely lies on more than three. */
    private static final int PAGES_KNOWN_MAX = 1024;

    /** The highest address that an application's memory can have, on any system. */
    private static final long ADDRESS_MAX = 0x0000_FFFF_FFFF_FFFFL;

    private static final int TEXT_PIECE_BYTES = 64;

    private final OwnProcess process;
    private final LongSupplier nanos;
    private final Charset charset;
    private final long[] pages = new long[PAGES_KNOWN_MAX];
    private final long[] askedAt = new long[PAGES_KNOWN_MAX];

    private ForeignMemory(OwnProcess process, LongSupplier nanos, Charset charset) {
        this.process = process;
        this.nanos = nanos;
        this.charset = charset;
    }

    /** Returns the memory of this process, whose texts are in the code page of the system. */
    public static ForeignMemory here() {
        // A native API takes and gives texts in this one, whatever the JVM itself prefers.
        Charset system = Charset.forName(System.getProperty("sun.jnu.encoding", "US-ASCII"));
        return new ForeignMemory(OwnProcess.here(), System::nanoTime, system);
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
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        int inARow = 0;
        while (read.size() < max) {
            long next = address + read.size();
            int piece = Math.min(TEXT_PIECE_BYTES, PAGE_BYTES - (int) (next % PAGE_BYTES));
            for (byte one : read(next, piece, field)) {
                read.write(one);
                inARow = one == 0 ? inARow + 1 : 0;
                if (inARow == zeros) {
                    return new String(read.toByteArray(), 0, read.size() - zeros, charset);
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
            if (!canRead(page)) {
                return false;
            }
        }
        return true;
    }

    private synchronized boolean canRead(long page) {
        int slot = (int) (page % PAGES_KNOWN_MAX);
        long now = nanos.getAsLong();
        if (pages[slot] == page && now - askedAt[slot] < TimeUnit.MILLISECONDS.toNanos(ASKED_AGAIN_MS)) {
            return true;
        }
        if (!process.canRead(page * PAGE_BYTES)) {
            return false;
        }
        pages[slot] = page;
        askedAt[slot] = now;
        return true;
    }
}
