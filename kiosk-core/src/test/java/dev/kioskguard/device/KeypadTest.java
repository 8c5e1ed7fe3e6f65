package dev.kioskguard.device;

import static dev.kioskguard.device.Stages.PATIENCE;
import static dev.kioskguard.device.Stages.done;
import static dev.kioskguard.device.Stages.fault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kioskguard.device.DeviceException.Fault;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeypadTest {

    private final DeviceLoop loop = new DeviceLoop("pad", fault -> {
        throw new AssertionError(fault);
    });
    private final Pad pad = new Pad();
    private final Keypad keys = new Keypad(loop, pad);
    private final List<Key> pressed = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        loop.close();
    }

    @Test
    void anEntryThatBroughtKeysIsFollowedByAnotherAtOnce() throws Exception {
        var listening = keys.listen(EnumSet.of(Key.ONE), pressed::add);
        Entry first = pad.next();
        first.pressed.accept(Optional.of(Key.ONE));
        first.pressed.accept(Optional.of(Key.TWO));
        first.pressed.accept(Optional.empty());

        first.result.complete("the pad is full");

        Entry second = pad.next();
        assertThat(pressed).as("those that were asked for").containsExactly(Key.ONE);
        listening.close();
        assertThat(fault(second.result)).isEqualTo(Fault.CANCELED);
    }

    @Test
    void aPadWithoutKeysBesideTheScreenIsAskedForItsDigits() throws Exception {
        keys.listen(EnumSet.of(Key.ONE, Key.FDK01), pressed::add);

        pad.next().fail(Fault.UNSUPPORTED);

        assertThat(pad.next().keys).containsExactly(Key.ONE);
    }

    @Test
    void aPinEntryWaitsUntilTheReportHasStoppedAndTheReportUntilItsEnd() throws Exception {
        keys.listen(EnumSet.of(Key.ONE), pressed::add);
        Entry plain = pad.next();
        Entry pin = new Entry(Keypad.PIN_KEYS, key -> {}, new CompletableFuture<>());

        CompletionStage<Integer> entered = keys.enterPin(() -> pin, String::length);

        assertThat(fault(plain.result)).isEqualTo(Fault.CANCELED);
        plain.pressed.accept(Optional.of(Key.ONE));
        assertThat(pad.entries).isEmpty();
        pin.result.complete("****");
        assertThat(done(entered)).isEqualTo(4);
        assertThat(pad.next().keys).containsExactly(Key.ONE);
        assertThat(pressed).isEmpty();
    }

    @Test
    void onlyOneListens() {
        keys.listen(EnumSet.of(Key.ONE), pressed::add).close();
        keys.listen(EnumSet.of(Key.ONE), pressed::add);

        assertThatThrownBy(() -> keys.listen(EnumSet.of(Key.ONE), pressed::add))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("listens already");
    }

    /** A pad whose entries end as the test says. */
    private static final class Pad implements DataEntry {

        private final BlockingQueue<Entry> entries = new LinkedBlockingQueue<>();

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public RunningCommand<?> begin(Set<Key> keys, Consumer<Optional<Key>> pressed) {
            Entry entry = new Entry(Set.copyOf(keys), pressed, new CompletableFuture<>());
            entries.add(entry);
            return entry;
        }

        private Entry next() throws InterruptedException {
            return Objects.requireNonNull(entries.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS), "no entry was begun");
        }
    }

    private record Entry(Set<Key> keys, Consumer<Optional<Key>> pressed, CompletableFuture<String> result)
            implements RunningCommand<String> {

        private void fail(Fault fault) {
            result.completeExceptionally(new DeviceException(fault, "take keys", "as told"));
        }

        @Override
        public void cancel() {
            fail(Fault.CANCELED);
        }
    }
}
