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

    /** Returns a text by itself, in the code page of the system. */
    static NativeArgument text(ForeignMemory foreign, String text) {
        byte[] bytes = text.getBytes(foreign.charset());
        Memory memory = new Memory(bytes.length + 1L);
        memory.clear();
        memory.write(0, bytes, 0, bytes.length);
        return () -> memory;
    }
}
