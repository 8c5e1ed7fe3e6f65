package dev.kioskguard.adapter.opencv;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Native blocks that take up what the allocator has kept of earlier tests in this process: while they are held,
 * whatever is not given back makes the process larger.
 */
public final class Ballast implements AutoCloseable {

    private static final int BATCH_BLOCKS = 8;
    private static final int BLOCKS_GROWN_MIN = 6;
    private static final long BYTES_MAX = 256L * 1024 * 1024;

    private final List<BytePointer> blocks = new ArrayList<>();

    private Ballast() {}

    /** Takes blocks of this size until nearly each of them makes the process larger. */
    public static Ballast of(int blockBytes) {
        var ballast = new Ballast();
        byte[] filling = new byte[blockBytes];
        long grown = 0;
        for (long taken = 0; taken < BYTES_MAX && grown < (long) BLOCKS_GROWN_MIN * blockBytes; ) {
            long before = Growth.bytes();
            for (int i = 0; i < BATCH_BLOCKS; i++) {
                ballast.blocks.add(new BytePointer(filling));
            }
            taken += (long) BATCH_BLOCKS * blockBytes;
            grown = Growth.bytes() - before;
        }
        return ballast;
    }

    @Override
    public void close() {
        blocks.forEach(Pointer::deallocate);
    }
}
