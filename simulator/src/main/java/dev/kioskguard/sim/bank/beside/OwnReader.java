package dev.kioskguard.sim.bank.beside;

import dev.kioskguard.device.DeviceException;
import dev.kioskguard.sim.terminal.CardSlot;

/** The application's own card reader; a card that is not there any more needs no hand. */
public record OwnReader(CardSlot slot) implements dev.kioskguard.sim.bank.app.Terminal {

    @Override
    public void returnCard(String sessionId) {
        move(slot::eject);
    }

    @Override
    public void retainCard(String sessionId) {
        move(slot::retain);
    }

    private static void move(Runnable motion) {
        try {
            motion.run();
        } catch (DeviceException e) {
            if (e.fault() != DeviceException.Fault.NO_MEDIA) {
                throw e;
            }
        }
    }
}
