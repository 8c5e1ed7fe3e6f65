package dev.kioskguard.sim.wire;

import dev.kioskguard.adapter.xfs4iot.message.CompletionCode;
import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.Call;
import dev.kioskguard.adapter.xfs4iot.service.device.ReportingService;
import dev.kioskguard.device.DeviceStatus.State;
import dev.kioskguard.sim.terminal.Fault;
import dev.kioskguard.sim.terminal.Faults;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.terminal.TerminalDevice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every service of the terminal does alike: its common status, and what a fault does to it. */
abstract class TerminalService extends ReportingService {

    private final Terminal terminal;
    private final TerminalDevice device;
    private final Alarms alarms;
    private volatile @Nullable Call atWork;

    TerminalService(Terminal terminal, TerminalDevice device, Alarms alarms) {
        this.terminal = terminal;
        this.device = device;
        this.alarms = alarms;
    }

    final Terminal terminal() {
        return terminal;
    }

    final Fault fault() {
        return terminal.faults().of(device);
    }

    /** Begins a command on a device that is able to. */
    abstract void carryOut(Call call);

    /** Makes the device stop waiting for whatever the command at work waits for. */
    void letGo() {
        // Most devices never wait.
    }

    /** Listens to the device, so that changes can be told. Called once, when they can. */
    abstract void watch();

    @Override
    protected final void watch(Link link) {
        terminal.faults().onChange((broken, fault) -> {
            if (broken == device) {
                breakDown(link, fault);
            }
        });
        watch();
    }

    private void breakDown(Link link, Fault fault) {
        link.setReachable(fault != Fault.LOST);
        Call call = atWork;
        if (call != null && isBroken(fault)) {
            letGo();
            call.fail(CompletionCode.HARDWARE_ERROR, "the device broke down");
        }
        deviceChanged();
    }

    @Override
    protected final State deviceState() {
        return isBroken(fault()) ? State.HARDWARE_ERROR : State.ONLINE;
    }

    @Override
    protected final List<Plate> plates() {
        return List.of(new Plate(name(), terminal.serialNumber(), "a device in software", Map.of()));
    }

    @Override
    public final void execute(Call call) {
        atWork = call;
        Fault fault = fault();
        if (isBroken(fault) && !saysItIsStuck(fault)) {
            call.fail(CompletionCode.HARDWARE_ERROR, "the device does not answer");
        } else if (fault == Fault.SLOW) {
            Alarms.Alarm late = alarms.in(Faults.SLOWNESS, () -> beginLate(call));
            call.onStop(late::cancel);
        } else if (!isSilent(fault)) {
            begin(call);
        }
    }

    private void beginLate(Call call) {
        if (atWork == call) {
            begin(call);
        }
    }

    private void begin(Call call) {
        call.onStop(this::letGo);
        carryOut(call);
    }

    private static boolean isBroken(Fault fault) {
        return fault == Fault.DEAD || fault == Fault.LOST || fault == Fault.JAM;
    }

    /** The commands of a card reader have a word of their own for a card that is stuck. */
    private boolean saysItIsStuck(Fault fault) {
        return fault == Fault.JAM && device == TerminalDevice.CARD_READER;
    }

    /** A speaker that is muted says so; any other mute device takes a command and is never heard of again. */
    private boolean isSilent(Fault fault) {
        return fault == Fault.MUTE && device != TerminalDevice.SPEAKER;
    }
}
