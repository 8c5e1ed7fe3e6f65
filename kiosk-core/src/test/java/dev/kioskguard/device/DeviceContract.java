package dev.kioskguard.device;

import static dev.kioskguard.device.Stages.PATIENCE;
import static dev.kioskguard.device.Stages.online;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What every device promises, whatever it is.
 *
 * @param <D> the port
 * @param <B> the world around the device, in which the test does what people and faults do
 */
public abstract class DeviceContract<D extends Device, B extends DeviceContract.Bench<D>> {

    /** The world around one device. Closed after each test, after the device. */
    public interface Bench<D extends Device> extends AutoCloseable {

        /** Opens the device through the driver under test. */
        D open();

        /** Takes the device off its line for good. */
        void cutLine();

        @Override
        void close();
    }

    /** The bench of this test. */
    protected final B bench = newBench();

    private D opened;

    /** Returns a bench that is ready for use. */
    protected abstract B newBench();

    /** Opens the device, once a test, and waits until it is online. */
    protected final D device() {
        if (opened == null) {
            opened = online(bench.open());
        }
        return opened;
    }

    @AfterEach
    final void closeAll() {
        if (opened != null) {
            opened.close();
        }
        bench.close();
    }

    @Test
    final void aListenerForStatusIsToldThePresentOneAtOnce() {
        List<DeviceStatus> told = new CopyOnWriteArrayList<>();

        device().onStatus(told::add);

        assertThat(told).contains(DeviceStatus.ONLINE);
    }

    @Test
    final void aDeviceKeepsItsAddress() {
        assertThat(device().address().rest()).isNotBlank();
    }

    @Test
    final void aDeviceThatIsLostIsOfflineAndSaysWhy() {
        List<DeviceStatus> told = new CopyOnWriteArrayList<>();
        device().onStatus(told::add);

        bench.cutLine();

        await().atMost(PATIENCE).until(() -> !device().status().isOnline());
        assertThat(device().status().detail()).isNotBlank();
        assertThat(told).anySatisfy(status -> assertThat(status.isOnline()).isFalse());
    }

    @Test
    final void closingTwiceIsClosingOnce() {
        D device = device();

        device.close();
        device.close();

        await().atMost(PATIENCE).until(() -> !device.status().isOnline());
    }
}
