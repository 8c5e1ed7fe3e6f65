package dev.kioskguard.sim.wire;

import dev.kioskguard.adapter.xfs4iot.message.CompletionCode;
import dev.kioskguard.adapter.xfs4iot.service.Alarms;
import dev.kioskguard.adapter.xfs4iot.service.Call;
import dev.kioskguard.adapter.xfs4iot.service.DeviceService;
import dev.kioskguard.sim.terminal.Fault;
import dev.kioskguard.sim.terminal.Faults;
import dev.kioskguard.sim.terminal.Terminal;
import dev.kioskguard.sim.terminal.TerminalDevice;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What every service of the terminal does alike: its common status, and what a fault does to it. */
abstract class TerminalService implements DeviceService {

    private static final String SERVICE_VERSION = "1.0";

    private final Terminal terminal;
    private final TerminalDevice device;
    private final Alarms alarms;
    private volatile @Nullable Link link;
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

    abstract void fillStatus(ObjectNode status);

    abstract void fillCapabilities(ObjectNode capabilities);

    /** Listens to the device, so that changes can be told. Called once, when they can. */
    abstract void watch();

    @Override
    public final void attach(Link link) {
        this.link = link;
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
        changed("common", common -> common.put("device", deviceState(fault)));
    }

    /** Tells every client what of the status is new. */
    final void changed(String part, Consumer<ObjectNode> changes) {
        Link speaking = link;
        if (speaking != null) {
            ObjectNode payload = JsonNodeFactory.instance.objectNode();
            changes.accept(payload.putObject(part));
            speaking.unsolicited("Common.StatusChangedEvent", payload);
        }
    }

    /** Tells every client of something that no command asked for. */
    final void tell(String event) {
        Link speaking = link;
        if (speaking != null) {
            speaking.unsolicited(event, null);
        }
    }

    @Override
    public final ObjectNode status() {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.putObject("common").put("device", deviceState(fault())).put("devicePosition", "inPosition");
        fillStatus(status);
        return status;
    }

    private String deviceState(Fault fault) {
        return isBroken(fault) ? "hardwareError" : "online";
    }

    @Override
    public final ObjectNode capabilities() {
        ObjectNode capabilities = JsonNodeFactory.instance.objectNode();
        ObjectNode common = capabilities.putObject("common").put("serviceVersion", SERVICE_VERSION);
        common.putArray("deviceInformation")
                .addObject()
                .put("modelName", name())
                .put("serialNumber", terminal.serialNumber())
                .put("modelDescription", "a device in software");
        common.put("powerSaveControl", false).put("antiFraudModule", false);
        fillCapabilities(capabilities);
        return capabilities;
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
