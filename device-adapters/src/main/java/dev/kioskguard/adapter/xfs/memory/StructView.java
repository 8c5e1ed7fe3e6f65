package dev.kioskguard.adapter.xfs.memory;

import dev.kioskguard.adapter.xfs.header.Field;
import dev.kioskguard.adapter.xfs.header.Struct;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A structure that was copied whole, and by its pointers the memory behind it, as long as the result is not freed.
 *
 * <p>Every error names the field as {@code WFSIDCSTATUS.lpszExtra}. Not thread-safe.
 */
public final class StructView {

    /** The longest text that a provider has reason to hand over. */
    private static final int TEXT_BYTES_MAX = 64 * 1024;

    /** The most elements that an array of pointers may have before its end. */
    private static final int ELEMENTS_MAX = 1024;

    private static final int LINES_ZEROS = 2;

    private final ForeignMemory memory;
    private final Struct struct;
    private final ByteBuffer bytes;

    private StructView(ForeignMemory memory, Struct struct, byte[] bytes) {
        this.memory = memory;
        this.struct = struct;
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Copies a structure.
     *
     * @param field what pointed to it, for errors
     * @throws NativeFieldException when it cannot be read
     */
    public static StructView at(ForeignMemory memory, Struct struct, long address, String field) {
        return new StructView(memory, struct, memory.read(address, struct.size(), field));
    }

    /** Returns whether the version that it was read by has the member. */
    public boolean has(String member) {
        return struct.find(member).isPresent();
    }

    /** Returns a number as it is unsigned, but for 32 bits, of which Java keeps the pattern. */
    public int number(String member) {
        Field field = struct.field(member);
        return element(field, 0, field.type().bytes(struct.abi()));
    }

    /** Returns the elements of an array within the structure. */
    public int[] numbers(String member) {
        Field field = struct.field(member);
        int size = field.type().bytes(struct.abi());
        int[] all = new int[field.count()];
        Arrays.setAll(all, i -> element(field, i, size));
        return all;
    }

    private int element(Field field, int index, int size) {
        int at = field.offset() + index * size;
        return switch (size) {
            case 1 -> bytes.get(at) & 0xFF;
            case 2 -> bytes.getShort(at) & 0xFFFF;
            case 4 -> bytes.getInt(at);
            default -> throw new IllegalArgumentException(name(field.name()) + " is no number");
        };
    }

    /** Returns a number that the standard gives a meaning to; {@code highest} is the last of those, from 0 up. */
    public int oneOf(String member, int highest) {
        int number = number(member);
        if (number < 0 || number > highest) {
            throw new NativeFieldException(name(member), number + " is no value of the standard");
        }
        return number;
    }

    /** Returns the name that errors about a member bear. */
    public String name(String member) {
        return struct.name() + "." + member;
    }

    /** Returns where a pointer leads; 0 where it leads nowhere. */
    public long address(String member) {
        Field field = struct.field(member);
        return field.type().bytes(struct.abi()) == Long.BYTES
                ? bytes.getLong(field.offset())
                : Integer.toUnsignedLong(bytes.getInt(field.offset()));
    }

    /** Returns a text; empty where there is none. */
    public String text(String member) {
        long address = address(member);
        return address == 0 ? "" : memory.text(address, 1, TEXT_BYTES_MAX, name(member));
    }

    /** Returns the texts of {@code lpszExtra}, each ended by a zero and all of them by another. */
    public List<String> lines(String member) {
        long address = address(member);
        if (address == 0) {
            return List.of();
        }
        String all = memory.text(address, LINES_ZEROS, TEXT_BYTES_MAX, name(member));
        return Arrays.stream(all.split("\0", -1))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Returns the text of an array of characters within the structure, up to its end or the first zero. */
    public String chars(String member) {
        Field field = struct.field(member);
        int length = 0;
        while (length < field.count() && bytes.get(field.offset() + length) != 0) {
            length++;
        }
        return new String(bytes.array(), field.offset(), length, memory.charset());
    }

    /**
     * Returns the bytes behind a pointer.
     *
     * @param count as another member says it, which may be a lie
     */
    public byte[] bytes(String member, int count, int max) {
        if (count < 0 || count > max) {
            throw new NativeFieldException(
                    name(member), "%d bytes are said to be there, of at most %d".formatted(count, max));
        }
        return count == 0 ? new byte[0] : memory.read(address(member), count, name(member));
    }

    /** Returns the structures that an array of pointers leads to, up to the null at its end. */
    public List<StructView> views(String member, Struct of) {
        return views(memory, of, address(member), name(member));
    }

    /** Returns the structures that an array of pointers leads to, up to the null at its end; none without one. */
    public static List<StructView> views(ForeignMemory memory, Struct of, long array, String field) {
        List<StructView> all = new ArrayList<>();
        if (array == 0) {
            return all;
        }
        int pointer = of.abi().pointerBytes();
        for (int i = 0; i < ELEMENTS_MAX; i++) {
            String element = "%s[%d]".formatted(field, i);
            ByteBuffer read = ByteBuffer.wrap(memory.read(array + (long) i * pointer, pointer, element))
                    .order(ByteOrder.LITTLE_ENDIAN);
            long address = pointer == Long.BYTES ? read.getLong() : Integer.toUnsignedLong(read.getInt());
            if (address == 0) {
                return all;
            }
            all.add(at(memory, of, address, element));
        }
        throw new NativeFieldException(field, "does not end within %d elements".formatted(ELEMENTS_MAX));
    }
}
