package dev.kioskguard.adapter.xfs.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriverCrashTest {

    private final DriverCrash crash = new DriverCrash();
    private final List<String> told = new ArrayList<>();

    @Test
    void afterACrashInACallThereIsNoOther() {
        var played = new PlayedXfs(function -> {
            throw new Error("Invalid memory access");
        });
        Msxfs xfs = new GuardedMsxfs(played, crash);
        crash.heardBy(told::add);

        assertThatExceptionOfType(DeviceException.class)
                .isThrownBy(xfs::WFSCleanUp)
                .withMessageContaining("the driver crashed: Invalid memory access in WFSCleanUp; restart;")
                .satisfies(failure -> assertThat(failure.fault()).isEqualTo(Fault.CONNECTION_LOST));
        assertThatExceptionOfType(DeviceException.class)
                .isThrownBy(() -> xfs.WFSCancelAsyncRequest((short) 1, 1))
                .withMessageContaining("WFSCancelAsyncRequest")
                .withMessageContaining("better behind ./kiosk xfs-bridge");
        assertThat(played.called).containsExactly("WFSCleanUp");
        assertThat(told).containsExactly(crash.reason().orElseThrow());
    }

    @Test
    void aFunctionThatIsNotThereIsNoCrash() {
        Msxfs xfs = new GuardedMsxfs(
                new PlayedXfs(function -> {
                    throw new UnsatisfiedLinkError(function);
                }),
                crash);

        assertThatExceptionOfType(DeviceException.class)
                .isThrownBy(xfs::WFSCleanUp)
                .satisfies(failure -> assertThat(failure.fault()).isEqualTo(Fault.UNSUPPORTED));
        assertThat(crash.reason()).isEmpty();
    }
}
