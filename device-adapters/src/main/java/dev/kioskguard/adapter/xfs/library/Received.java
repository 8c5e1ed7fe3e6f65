package dev.kioskguard.adapter.xfs.library;

import dev.kioskguard.adapter.xfs.header.Struct;
import dev.kioskguard.adapter.xfs.memory.ForeignMemory;
import dev.kioskguard.adapter.xfs.memory.NativeFieldException;
import dev.kioskguard.adapter.xfs.memory.StructView;
import java.util.List;

/** What a result says of itself; what it points to can be read as long as it is not freed. */
public final class Received {

    private final ForeignMemory memory;
    private final StructView result;

    Received(ForeignMemory memory, StructView result) {
        this.memory = memory;
        this.result = result;
    }

    public int requestId() {
        return result.number("RequestID");
    }

    /** Returns the service, 1 to 65535; 0 is the manager itself. */
    public int service() {
        return result.number("hService");
    }

    /** Returns how the request ended; of an event it says nothing. */
    public int code() {
        return result.number("hResult");
    }

    /** Returns which event it is; of a completion, which command or category has ended. */
    public int id() {
        return result.number("u.dwEventID");
    }

    public boolean isEmpty() {
        return buffer() == 0;
    }

    private long buffer() {
        return result.address("lpBuffer");
    }

    /** Copies the structure that it brought. */
    public StructView view(Struct struct) {
        return StructView.at(memory, struct, buffer(), struct.name());
    }

    /** Copies the structures of the array of pointers that it brought, up to the null at its end. */
    public List<StructView> views(Struct struct) {
        if (isEmpty()) {
            throw new NativeFieldException(struct.name(), "is null");
        }
        return StructView.views(memory, struct, buffer(), struct.name());
    }
}
