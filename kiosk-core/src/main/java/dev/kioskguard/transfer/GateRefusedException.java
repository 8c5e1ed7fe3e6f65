package dev.kioskguard.transfer;

/** The guard did not take in what was asked at the {@link TransferGate}; the message says what to do. */
public final class GateRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public GateRefusedException(String whatToDo) {
        super(whatToDo);
    }
}
