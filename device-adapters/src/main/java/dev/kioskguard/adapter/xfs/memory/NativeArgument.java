package dev.kioskguard.adapter.xfs.memory;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;

/** What a call points to. It is kept until its request has completed, as nobody says when a provider has read it. */
public interface NativeArgument {

    Pointer pointer();

    /** Returns a WORD by itself. */
    static NativeArgument word(int value) {
        Memory memory = new Memory(Short.BYTES);
        memory.setShort(0, (short) value);
        return () -> memory;
    }
}
