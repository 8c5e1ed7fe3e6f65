package dev.kioskguard.sim.xfs;

import com.sun.jna.NativeLibrary;
import dev.kioskguard.device.Key;
import dev.kioskguard.sim.pad.DemoKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A native terminal in software, as its people and its faults see it: what they do here, the native manager's devices
 * undergo. Thread-safe; one thing is done at a time.
 *
 * <p>Every method fails with {@link IllegalStateException}, which carries the library's words, where it refuses; and
 * with {@link java.io.UncheckedIOException} where it does not answer.
 */
public final class NativeTerminal implements AutoCloseable {

    /** Where a library in another process finds the port of its controller. */
    public static final String PORT_VARIABLE = "KIOSKGUARD_XFS_CONTROL";

    /** The serial number that the keys of the pad belong to. */
    public static final String SERIAL_NUMBER = "KG-0001";

    /** The services that are there at first. */
    public static final String CARD_READER = "IDCARD1";

    public static final String PIN_PAD = "PINPAD1";
    public static final String CAMERA = "CAMERA1";
    public static final String SENSORS = "SIU1";

    /** Threads of the library's own run in it, so it is never unloaded, whatever the collector finds. */
    private static final Map<Path, NativeLibrary> LOADED = new ConcurrentHashMap<>();

    private final ControlLine line;

    private NativeTerminal(ControlLine line) {
        this.line = line;
    }

    /** Waits for the library of another process, which is told {@link #port()} in {@link #PORT_VARIABLE}. */
    public static NativeTerminal elsewhere() throws IOException {
        return new NativeTerminal(ControlLine.open(new PinBlockDesk(new DemoKeys(SERIAL_NUMBER))));
    }

    /**
     * Takes over the library of this process, which forgets whatever it knew.
     *
     * @param library the file that whoever uses the manager loads too
     */
    public static NativeTerminal within(Path library) throws IOException {
        NativeTerminal terminal = elsewhere();
        int refused = LOADED.computeIfAbsent(library, file -> NativeLibrary.getInstance(file.toString()))
                .getFunction("SimConnect")
                .invokeInt(new Object[] {terminal.port()});
        if (refused != 0) {
            terminal.close();
            throw new IOException("the native manager cannot connect to port " + terminal.port());
        }
        return terminal;
    }

    /** Returns the port of loopback at which the library is waited for. */
    public int port() {
        return line.port();
    }

    /** Adds a service, or changes one that nobody has open. */
    public void service(String name, ServiceClass serviceClass, String highestVersion) {
        tell("service", name, serviceClass.name(), highestVersion);
    }

    /** Brings a card to the slot. */
    public void insert(String name, String track2) {
        tell("insert", name, track2);
    }

    /** Waits, at most ten seconds, until the card is inside. */
    public void awaitTakenIn(String name) {
        tell("taken", name);
    }

    /** Takes the card that sticks out, if one does. */
    public void pull(String name) {
        tell("pull", name);
    }

    /** Makes cards jam whenever they are moved from now on. */
    public void jam(String name) {
        tell("jam", name);
    }

    public int cardsInBin(String name) {
        return Integer.parseInt(tell("bin", name));
    }

    public CardPlace place(String name) {
        return CardPlace.valueOf(tell("place", name).toUpperCase(Locale.ROOT));
    }

    /** Presses keys once the pad takes a PIN, and returns how many it took. */
    public int pressPin(String name, Key... keys) {
        return press("press-pin", name, keys);
    }

    /** Presses keys once the pad takes plain keys, and returns how many it took. */
    public int pressPlain(String name, Key... keys) {
        return press("press-data", name, keys);
    }

    private int press(String verb, String name, Key... keys) {
        Stream<String> words = Arrays.stream(keys).map(key -> key.word().toUpperCase(Locale.ROOT));
        return Integer.parseInt(tell(verb, name, words.collect(Collectors.joining(" "))));
    }

    /** Puts something before the camera: an encoded picture. */
    public void scene(String name, byte[] picture) {
        tell("scene", name, HexFormat.of().formatHex(picture));
    }

    /** Returns what a guidance light shows, as the standard counts (1 off, 2 on, 4 slow, 8 medium, 16 quick, 128). */
    public int light(String name, int index) {
        return Integer.parseInt(tell("light", name, Integer.toString(index)));
    }

    /** Makes a sensor report something or nothing; README has their names. */
    public void sense(String name, String sensor, boolean on) {
        tell("sense", name, sensor, on ? "on" : "off");
    }

    public void mute(String name, boolean muted) {
        tell("mute", name, muted ? "on" : "off");
    }

    public void fault(String name, Fault fault) {
        tell("fault", name, fault.name().toLowerCase(Locale.ROOT));
    }

    /** Makes each command and each question take so long. */
    public void delay(String name, Duration each) {
        tell("delay", name, Long.toString(each.toMillis()));
    }

    /** Tells so many events, as fast as the windows take them. */
    public void storm(String name, int events) {
        tell("storm", name, Integer.toString(events));
    }

    /** Spoils results from now on, in README's words such as {@code wild-inside info 201}; {@code none} ends it. */
    public void hostile(String name, String words) {
        tell("hostile", name, words);
    }

    /** Lets the service's provider die. */
    public void kill(String name) {
        tell("kill", name);
    }

    public void revive(String name) {
        tell("revive", name);
    }

    /** Lets the manager forget everything, as when it is started anew behind the application's back. */
    public void restart() {
        tell("restart");
    }

    /** Crashes the process that the library is in; there is no answer. */
    public void crash() {
        line.say("crash");
    }

    /** Returns how many results applications have been given and have not freed. */
    public int outstanding() {
        return Integer.parseInt(tell("outstanding"));
    }

    public Requests requests() {
        return Requests.of(tell("completions"));
    }

    /** Says words of README that have no method here, such as {@code crash-within}, and returns the answer. */
    public String tell(String... words) {
        return line.ask(String.join(" ", List.of(words)));
    }

    /** Lets go of the library, which goes on as it is. Twice is once. */
    @Override
    public void close() {
        line.close();
    }
}
