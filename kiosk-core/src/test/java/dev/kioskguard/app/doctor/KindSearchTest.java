package dev.kioskguard.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.device.Device;
import dev.kioskguard.device.DeviceAddress;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import dev.kioskguard.device.DeviceStatus;
import dev.kioskguard.device.DeviceStatus.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class KindSearchTest {

    private static final DeviceStatus WRONG = new DeviceStatus(State.OFFLINE, "no such category");
    private static final DeviceStatus BROKEN = new DeviceStatus(State.HARDWARE_ERROR, "broken");

    private List<String> refusals = List.of();
    private final List<Kind> open = new ArrayList<>();
    private boolean isHeld;

    private List<Kind> search(Map<Kind, DeviceStatus> there) throws Exception {
        var search = new KindSearch(kind -> {
            DeviceStatus status = there.get(kind);
            if (status == null) {
                throw new DeviceException(Fault.UNSUPPORTED, "open", "no such kind");
            }
            if (isHeld && !open.isEmpty()) {
                throw new IllegalArgumentException("open as " + open);
            }
            open.add(kind);
            return new Standing(kind, status);
        });
        List<Kind> found = search.search();
        refusals = search.refusals();
        return found;
    }

    @Test
    void whateverAnswersIsThereWellOrNotAndAllAreClosed() throws Exception {
        assertThat(search(Map.of(
                        Kind.CARD_READER, WRONG,
                        Kind.SPEAKER, DeviceStatus.ONLINE,
                        Kind.LIGHTS, BROKEN)))
                .containsExactly(Kind.SPEAKER, Kind.LIGHTS);
        assertThat(open).as("left open").isEmpty();
    }

    @Test
    void aServiceThatIsOneThingAtATimeIsNotTakenFromWhatAnswered() throws Exception {
        isHeld = true;

        assertThat(search(Map.of(Kind.CARD_READER, WRONG, Kind.PIN_PAD, BROKEN, Kind.CAMERA, DeviceStatus.ONLINE)))
                .containsExactly(Kind.PIN_PAD);
        assertThat(refusals).containsExactly("no such category", "open as [PIN_PAD]");
    }

    @Test
    void whereNobodyAnswersItIsToldWhy() throws Exception {
        assertThat(search(Map.of(Kind.CARD_READER, WRONG, Kind.PIN_PAD, WRONG))).isEmpty();
        assertThat(refusals).containsExactly("no such category");
    }

    /** A device that stands as it stands. */
    private final class Standing implements Device {

        private final Kind kind;
        private final DeviceStatus status;

        Standing(Kind kind, DeviceStatus status) {
            this.kind = kind;
            this.status = status;
        }

        @Override
        public DeviceAddress address() {
            return DeviceAddress.of("played:" + kind.word());
        }

        @Override
        public DeviceStatus status() {
            return status;
        }

        @Override
        public void onStatus(Consumer<DeviceStatus> listener) {
            listener.accept(status);
        }

        @Override
        public void close() {
            open.remove(kind);
        }
    }
}
