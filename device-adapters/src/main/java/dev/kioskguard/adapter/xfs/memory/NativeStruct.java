package dev.kioskguard.adapter.xfs.memory;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import dev.kioskguard.adapter.xfs.header.Field;
import dev.kioskguard.adapter.xfs.header.Struct;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A structure of our own, and what it points to, for a provider to read or to fill. Not thread-safe. */
public final class NativeStruct implements NativeArgument {

    private final Struct struct;
    private final ForeignMemory foreign;
    private final Memory memory;
    private final List<Memory> parts = new ArrayList<>();

    /** A structure of nothing but zeros. */
    public NativeStruct(ForeignMemory foreign, Struct struct) {
        this.foreign = foreign;
        this.struct = struct;
        this.memory = new Memory(struct.size());
        memory.clear();
    }

    @Override
    public Pointer pointer() {
        return memory;
    }

    /** Returns a copy of it, as somebody else may have filled it. */
    public StructView view() {
        return StructView.at(foreign.fresh(), struct, Pointer.nativeValue(memory), struct.name());
    }

    /** Sets a number, of which the low bits are taken that the member has room for. */
    public NativeStruct set(String member, int value) {
        return set(member, 0, value);
    }

    /** Sets one element of an array. */
    public NativeStruct set(String member, int index, int value) {
        Field field = struct.field(member);
        int size = field.type().bytes(struct.abi());
        long at = field.offset() + (long) index * size;
        if (index < 0 || index >= field.count()) {
            throw new IllegalArgumentException("%s.%s has no element %d".formatted(struct, member, index));
        }
        switch (size) {
            case 1 -> memory.setByte(at, (byte) value);
            case 2 -> memory.setShort(at, (short) value);
            case 4 -> memory.setInt(at, value);
            default -> throw new IllegalArgumentException("%s.%s is no number".formatted(struct, member));
        }
        return this;
    }

    /** Points to a copy of a text, in the code page of the system and ended by two zeros, as some lists are. */
    public NativeStruct text(String member, String text) {
        byte[] bytes = text.getBytes(foreign.charset());
        return bytes(member, Arrays.copyOf(bytes, bytes.length + 2));
    }

    /** Points to a copy of some bytes. */
    public NativeStruct bytes(String member, byte[] bytes) {
        Memory part = new Memory(Math.max(1, bytes.length));
        part.write(0, bytes, 0, bytes.length);
        parts.add(part);
        memory.setPointer(struct.field(member).offset(), part);
        return this;
    }
}
