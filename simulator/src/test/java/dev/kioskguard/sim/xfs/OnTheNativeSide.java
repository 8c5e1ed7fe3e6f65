package dev.kioskguard.sim.xfs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import com.sun.jna.ptr.ShortByReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test that calls the native manager as an application does; whatever it is given it has to give back. */
abstract class OnTheNativeSide {

    static final int ANY = 0x00031E03;
    static final int ONLY_300 = 0x00030003;
    static final int UP_TO_320 = 0x00031403;

    static final int EXECUTE_COMPLETE = 8;
    static final int EXECUTE_EVENT = 20;
    static final int SERVICE_EVENT = 21;
    static final int SYSTEM_EVENT = 23;
    static final int ALL_EVENTS = 15;

    static final int CANCELED = -4;
    static final int TIMEOUT = -48;

    private final List<Pointer> kept = new ArrayList<>();

    Xfs xfs;
    NativeTerminal terminal;
    Window window;

    @BeforeEach
    final void begin() throws IOException {
        Path library = NativeBuild.library().toAbsolutePath(); // first, as it may leave the test out
        xfs = Window.load();
        terminal = NativeTerminal.within(library);
        window = new Window(xfs);
        assertThat(xfs.WFSStartUp(ANY, new Memory(Xfs.VERSION_BYTES))).isZero();
    }

    @AfterEach
    final void end() {
        if (terminal != null) {
            window.close();
            assertThat(terminal.outstanding()).as("results outstanding").isZero();
            terminal.close();
        }
    }

    short open(String name, int versions) {
        ShortByReference service = new ShortByReference();
        Memory version = new Memory(Xfs.VERSION_BYTES);
        Memory provider = new Memory(Xfs.VERSION_BYTES);
        assertThat(xfs.WFSOpen(name, null, "test", 0, 0, versions, version, provider, service))
                .isZero();
        return service.getValue();
    }

    short open(String name) {
        return open(name, ANY);
    }

    /** Opens a service whose events of all classes come to the window. */
    short watched(String name) {
        short service = open(name);
        assertThat(xfs.WFSRegister(service, ALL_EVENTS, window.handle())).isZero();
        return service;
    }

    /** The data has to live until the completion, which garbage collection would not know. */
    int issued(short service, int command, Pointer data, int timeout) {
        kept.add(data);
        IntByReference request = new IntByReference();
        assertThat(xfs.WFSAsyncExecute(service, command, data, timeout, window.handle(), request))
                .isZero();
        return request.getValue();
    }

    int executed(short service, int command, Pointer data) {
        PointerByReference result = new PointerByReference();
        int answer = xfs.WFSExecute(service, command, data, 5_000, result);
        if (result.getValue() != null) {
            xfs.WFSFreeResult(result.getValue());
        }
        return answer;
    }

    /** Asks, and returns the word that stands in the answer's struct at that place. */
    int asked(short service, int category, int offset) {
        PointerByReference result = new PointerByReference();
        assertThat(xfs.WFSGetInfo(service, category, null, 5_000, result)).isZero();
        int word = result.getValue().getPointer(30).getShort(offset);
        xfs.WFSFreeResult(result.getValue());
        return word;
    }

    /** Awaits a message, which has to be of that kind. */
    Window.Message came(int kind) {
        Window.Message next = window.next();
        assertThat(next.kind()).isEqualTo(kind);
        return next;
    }

    int free(Window.Message message) {
        int hResult = message.hResult();
        assertThat(xfs.WFSFreeResult(message.result())).isZero();
        return hResult;
    }

    static Memory word(int value) {
        Memory word = new Memory(2);
        word.setShort(0, (short) value);
        return word;
    }
}
