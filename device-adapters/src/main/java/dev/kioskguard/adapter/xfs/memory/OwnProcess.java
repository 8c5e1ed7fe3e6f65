package dev.kioskguard.adapter.xfs.memory;

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.util.Map;

/** Asks the system whether an address of this process can be read, which the system can tell without harm. */
interface OwnProcess {

    /** Returns whether the byte there can be read. Thread-safe. */
    boolean canRead(long address);

    /** Returns how this system is asked; where it cannot be asked, everything is taken to be readable. */
    static OwnProcess here() {
        OwnProcess asked = Platform.isWindows() ? new OnWindows() : Platform.isLinux() ? new OnLinux() : null;
        try (Memory ours = new Memory(1)) {
            ours.setByte(0, (byte) 0);
            return asked != null && asked.canRead(Pointer.nativeValue(ours)) ? asked : address -> address != 0;
        }
    }

    /** By a copy from this process to itself, which fails with EFAULT where there is nothing. */
    final class OnLinux implements OwnProcess {

        private static final Pointer ONE = Pointer.createConstant(1L);

        static {
            Native.register(OnLinux.class, NativeLibrary.getInstance("c"));
        }

        private final int process = getpid();
        private final Memory copy = new Memory(1);

        /** Two {@code struct iovec}: where to and where from, each an address and a length. */
        private final Memory vectors = new Memory(4L * Native.POINTER_SIZE);

        OnLinux() {
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
