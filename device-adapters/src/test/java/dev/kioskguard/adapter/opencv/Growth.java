package dev.kioskguard.adapter.opencv;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assumptions;

/**
 * By how much work makes the memory larger that this process has allocated outside the heap, as the C library counts
 * it. What the system has resident is no such count: it keeps what was freed, and takes away what lies idle.
 *
 * <p>A leak shows in every stretch of the same work; what an engine or a compiler takes once shows in one of them. So
 * the work is cut into stretches and the middle one counts.
 */
public final class Growth {
    private static final int STRETCHES = 5;

    private Growth() {}

    /** Work of which each stretch is alike. */
    public interface Stretch {
        /** Does the stretch of this number, from 0. */
        void run(int number) throws Exception;
    }

    /** By how many bytes the middle one of five stretches made this process larger. */
    public static long ofTheMiddleStretch(Stretch stretch) throws Exception {
        var grown = new long[STRETCHES];
        long before = allocatedBytes();
        for (int i = 0; i < STRETCHES; i++) {
            stretch.run(i);
            long after = allocatedBytes();
            grown[i] = after - before;
            before = after;
        }
        return LongStream.of(grown).sorted().toArray()[STRETCHES / 2];
    }

    private static long allocatedBytes() {
        Assumptions.assumeTrue(Platform.isLinux() && Platform.is64Bit(), "only glibc counts what is allocated");
        MallocInfo info = Glibc.INSTANCE.mallinfo2();
        return info.uordblks + info.hblkhd;
    }

    /** The C library of GNU, from 2.33 on. */
    public interface Glibc extends Library {
        Glibc INSTANCE = Native.load("c", Glibc.class);

        MallocInfo mallinfo2();
    }

    /** The {@code struct mallinfo2} of malloc.h. */
    @FieldOrder({
        "arena",
        "ordblks",
        "smblks",
        "hblks",
        "hblkhd",
        "usmblks",
        "fsmblks",
        "uordblks",
        "fordblks",
        "keepcost"
    })
    public static final class MallocInfo extends Structure implements Structure.ByValue {
        public long arena;
        public long ordblks;
        public long smblks;
        public long hblks;
        /** Bytes in blocks of their own. */
        public long hblkhd;

        public long usmblks;
        public long fsmblks;
        /** Bytes in use in all arenas. */
        public long uordblks;

        public long fordblks;
        public long keepcost;
    }
}
