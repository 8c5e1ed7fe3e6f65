package dev.kioskguard.adapter.xfs.memory;

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Asks the system whether an address of this process can be read, which the system can tell without harm. */
interface OwnProcess {

    /** No page of any system that an XFS manager runs on is smaller; the lowest is never anybody's. */
    int PAGE_BYTES = 4096;

    /** Returns whether the byte there can be read. Thread-safe. */
    boolean canRead(long address);

    /** Returns the quickest way in which this system can be asked; without one, everything is taken to be readable. */
    static OwnProcess here() {
        Stream<Supplier<OwnProcess>> ways =
                Platform.isWindows() ? Stream.of(OnWindows::new) : Stream.of(BySignalMask::new, ByCopy::new);
        try (Memory ours = new Memory(PAGE_BYTES)) {
            ours.clear();
            return ways.map(Supplier::get)
                    .filter(way -> way.canRead(Pointer.nativeValue(ours)) && !way.canRead(PAGE_BYTES))
                    .findFirst()
                    .orElse(address -> address >= PAGE_BYTES);
        }
    }

    /** By a call that reads a signal mask from there, and then refuses what it should do with it (64-bit Linux). */
    final class BySignalMask implements OwnProcess {

        private static final Map<String, Long> RT_SIGPROCMASK = Map.of("x86-64", 14L, "aarch64", 135L);
        private static final int EFAULT = 14;
        private static final int NO_SUCH_WAY = -1;
        private static final int MASK_BYTES = 8;

        static {
            Native.register(BySignalMask.class, NativeLibrary.getInstance("c"));
        }

        private final long number = RT_SIGPROCMASK.getOrDefault(Platform.ARCH, -1L);

        @Override
        public boolean canRead(long address) {
            long unused = syscall(number, NO_SUCH_WAY, address & -MASK_BYTES, 0, MASK_BYTES);
            return Native.getLastError() != EFAULT;
        }

        private static native long syscall(long number, long how, long set, long before, long setBytes);
    }

    /** By a copy from this process to itself, which fails where there is nothing (Linux). */
    final class ByCopy implements OwnProcess {

        private static final Pointer ONE = Pointer.createConstant(1L);

        static {
            Native.register(ByCopy.class, NativeLibrary.getInstance("c"));
        }

        private final int process = getpid();
        private final Memory copy = new Memory(1);

        /** Two {@code struct iovec}: where to and where from, each an address and a length. */
        private final Memory vectors = new Memory(4L * Native.POINTER_SIZE);

        ByCopy() {
            vectors.setPointer(0, copy);
            vectors.setPointer(Native.POINTER_SIZE, ONE);
            vectors.setPointer(3L * Native.POINTER_SIZE, ONE);
        }

        @Override
        public synchronized boolean canRead(long address) {
            vectors.setPointer(2L * Native.POINTER_SIZE, new Pointer(address));
            Pointer from = vectors.share(2L * Native.POINTER_SIZE);
            return ONE.equals(process_vm_readv(process, vectors, ONE, from, ONE, Pointer.NULL));
        }

        private static native int getpid();

        private static native Pointer process_vm_readv(
                int pid, Pointer local, Pointer localCount, Pointer remote, Pointer remoteCount, Pointer flags);
    }

    /** By {@code ReadProcessMemory} on the pseudo handle of this process. */
    final class OnWindows implements OwnProcess {

        static {
            Map<String, Integer> options =
                    Platform.is64Bit() ? Map.of() : Map.of(Library.OPTION_CALLING_CONVENTION, Function.ALT_CONVENTION);
            Native.register(OnWindows.class, NativeLibrary.getInstance("kernel32", options));
        }

        private final Pointer self = GetCurrentProcess();
        private final Memory copy = new Memory(1);

        @Override
        public synchronized boolean canRead(long address) {
            return ReadProcessMemory(self, new Pointer(address), copy, Pointer.createConstant(1L), Pointer.NULL) != 0;
        }

        private static native Pointer GetCurrentProcess();

        private static native int ReadProcessMemory(
                Pointer process, Pointer from, Pointer into, Pointer size, Pointer read);
    }
}
