package dev.kioskguard.sim.xfs.driver;

import dev.kioskguard.device.Camera;
import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.Device;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.Key;
import dev.kioskguard.device.Lights;
import dev.kioskguard.device.PinBlock;
import dev.kioskguard.device.PinPad;
import dev.kioskguard.device.Sensors;
import dev.kioskguard.sim.xfs.NativeTerminal;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;

/**
 * Works the devices of a terminal whose results are spoilt as chance has it: {@code SpoiltTerminal SEED ROUNDS}.
 * Whatever becomes of an operation has to be an outcome that the ports know, and in the end everything works and is
 * given back.
 */
final class SpoiltTerminal {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration AT_ONCE = Duration.ofMillis(100);
    private static final int ADDRESS_BYTES = 8;
    private static final int BUFFER_BYTES = 210;

    private static final List<String> WAYS = List.of(
            "null",
            "wild",
            "short",
            "null-inside",
            "wild-inside",
            "unterminated",
            "no-end",
            "lying-counts",
            "unknown-enums",
            "reserved-bits");

    /** The results that the drivers read, of each service. */
    private static final List<Spoilt> SPOILT = List.of(
            new Spoilt(
                    NativeTerminal.CARD_READER,
                    List.of("info 201", "info 202", "command 207", "command 204", "command 209")),
            new Spoilt(
                    NativeTerminal.PIN_PAD,
                    List.of("info 401", "info 402", "info 404", "info 405", "command 405", "command 407", "event 401")),
            new Spoilt(NativeTerminal.CAMERA, List.of("info 1001", "info 1002")),
            new Spoilt(NativeTerminal.SENSORS, List.of("info 801", "info 802", "event 801", "event 4")));

    private record Spoilt(String service, List<String> results) {}

    private final Random chance;
    private final XfsBench<CardReader> bench = new XfsBench<>(CardReader.class, NativeTerminal.CARD_READER);
    private final CardReader reader = bench.open();
    private final PinPad pad = bench.open(PinPad.class, "xfs:" + NativeTerminal.PIN_PAD);
    private final Camera camera = bench.open(Camera.class, "xfs:" + NativeTerminal.CAMERA);
    private final Sensors sensors = bench.open(Sensors.class, "xfs:" + NativeTerminal.SENSORS);
    private final Lights lights = bench.open(Lights.class, "xfs:" + NativeTerminal.SENSORS);

    private SpoiltTerminal(long seed) {
        chance = new Random(seed);
    }

    public static void main(String[] words) {
        var terminal = new SpoiltTerminal(Long.parseLong(words[0]));
        for (int round = 0; round < Integer.parseInt(words[1]); round++) {
            terminal.round();
        }
        terminal.end();
        Runtime.getRuntime().exit(0); // a thread that anything above left behind is not what is looked for
    }

    private void round() {
        Spoilt spoilt = SPOILT.get(chance.nextInt(SPOILT.size()));
        String result = spoilt.results().get(chance.nextInt(spoilt.results().size()));
        bench.terminal.hostile(spoilt.service(), chance.nextInt(3) == 0 ? way() + " " + result : patch(result));
        work(spoilt.service());
        bench.terminal.hostile(spoilt.service(), "none");
    }

    private String way() {
        return WAYS.get(chance.nextInt(WAYS.size()));
    }

    private String patch(String result) {
        byte[] bytes = new byte[1 + chance.nextInt(ADDRESS_BYTES)];
        chance.nextBytes(bytes);
        String place = Integer.toString(chance.nextInt(BUFFER_BYTES));
        String within = "%d.%d".formatted(chance.nextInt(4) * ADDRESS_BYTES, chance.nextInt(2 * ADDRESS_BYTES));
        String where = chance.nextBoolean() ? place : within;
        return "patch %s %s %s".formatted(result, where, HexFormat.of().formatHex(bytes));
    }

    private void work(String service) {
        switch (service) {
            case NativeTerminal.CARD_READER -> workReader();
            case NativeTerminal.PIN_PAD -> workPad();
            case NativeTerminal.CAMERA -> {
                bench.terminal.scene(service, new byte[] {1, 2, 3});
                outcome(camera.takePicture(PATIENCE));
            }
            default -> {
                bench.terminal.sense(service, "PROXIMITY", chance.nextBoolean());
                outcome(lights.set(Lights.Light.CARD_READER, Lights.Flash.QUICK, PATIENCE));
            }
        }
    }

    private void workReader() {
        bench.terminal.insert(NativeTerminal.CARD_READER, "6222020000000000018=30122200000000000");
        outcome(reader.accept(PATIENCE));
        outcome(reader.chip(new byte[] {0, (byte) 0xa4, 4, 0, 0}, PATIENCE));
        outcome(chance.nextInt(50) == 0 ? reader.retain(PATIENCE) : reader.eject(PATIENCE));
        bench.terminal.hostile(NativeTerminal.CARD_READER, "none");
        outcome(reader.eject(PATIENCE));
        bench.terminal.pull(NativeTerminal.CARD_READER);
    }

    private void workPad() {
        CompletionStage<Integer> entry = pad.enterPin(new PinPad.PinRules(4, 6), PATIENCE, stroke -> {});
        if (!endsAtOnce(entry)) {
            bench.terminal.pressPin(NativeTerminal.PIN_PAD, Key.ONE, Key.TWO, Key.THREE, Key.FOUR, Key.ENTER);
        }
        outcome(entry);
        outcome(pad.pinBlock(PinBlock.Format.ISO_0, "PINKEY", "202000000000", SHORT));
    }

    /** Whether the driver does not even begin, because it does not trust this pad. */
    private static boolean endsAtOnce(CompletionStage<?> stage) {
        try {
            Object unused = stage.toCompletableFuture().get(AT_ONCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void outcome(CompletionStage<?> stage) {
        try {
            Object unused = stage.toCompletableFuture()
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof DeviceException)) {
                throw e;
            }
        }
    }

    /** Everything is well again, and nothing of all that was handed out is kept. */
    private void end() {
        List<Device> devices = List.of(reader, pad, camera, sensors, lights);
        devices.forEach(device ->
                Awaitility.await().atMost(PATIENCE).until(() -> device.status().isOnline()));
        devices.forEach(Device::close);
        bench.close();
    }
}
