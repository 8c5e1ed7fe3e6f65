package dev.kioskguard.adapter.xfs.library;

import com.sun.jna.Pointer;
import dev.kioskguard.adapter.xfs.header.Header;
import dev.kioskguard.adapter.xfs.header.Struct;
import dev.kioskguard.adapter.xfs.header.Version;
import dev.kioskguard.adapter.xfs.memory.ForeignMemory;
import dev.kioskguard.adapter.xfs.memory.NativeFieldException;
import dev.kioskguard.adapter.xfs.memory.StructView;
import dev.kioskguard.device.DeviceException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** The results that the manager has handed over: each is read, then freed, whatever reading comes to. Thread-safe. */
public final class Results {

    private final Msxfs xfs;
    private final ForeignMemory memory;
    private final Struct struct;
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong freed = new AtomicLong();

    public Results(Msxfs xfs, ForeignMemory memory) {
        this.xfs = xfs;
        this.memory = memory;
        this.struct = Header.of(memory.abi(), Version.V3_00).struct("WFSRESULT");
    }

    public ForeignMemory memory() {
        return memory;
    }

    /**
     * Reads a result and frees it.
     *
     * @throws NativeFieldException when it is not as the standard says; one that cannot be read at all is not freed,
     *     as nobody can have allocated it
     */
    public <T> T take(Pointer result, Function<Received, T> read) {
        Received what = look(result);
        try {
            return read.apply(what);
        } finally {
            free(result);
        }
    }

    /** Reads a result that is still to be taken or freed. */
    public Received look(Pointer result) {
        ForeignMemory ofResult = memory.fresh();
        StructView view = StructView.at(ofResult, struct, Pointer.nativeValue(result), "lpWFSResult");
        received.incrementAndGet();
        return new Received(ofResult, view);
    }

    /** Frees a result that was looked at. */
    public void free(Pointer result) {
        try {
            if (xfs.WFSFreeResult(result) == 0) {
                freed.incrementAndGet();
            }
        } catch (DeviceException e) {
            // A driver has crashed, and nothing is given back any more; whoever hosts it has been told.
        }
    }

    /** Returns how many results are with us and not freed. */
    public long outstanding() {
        // In this order, so that a result on its way is never counted as freed before it came.
        long gone = freed.get();
        return received.get() - gone;
    }
}
