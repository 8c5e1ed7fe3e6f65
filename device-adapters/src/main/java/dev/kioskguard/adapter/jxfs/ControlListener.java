package dev.kioskguard.adapter.jxfs;

/**
 * What a control tells; stands for {@code IJxfsOperationCompleteListener}, {@code IJxfsIntermediateListener} and {@code
 * IJxfsStatusListener}, whose methods it has under their names.
 *
 * <p>Called on the one thread that all controls of a {@link Controls} share: whoever blocks there keeps everybody
 * waiting. New operations may be asked for from inside.
 */
public interface ControlListener {

    default void operationCompleteOccurred(OperationComplete event) {}

    default void intermediateOccurred(Intermediate event) {}

    default void statusOccurred(StatusChange event) {}
}
