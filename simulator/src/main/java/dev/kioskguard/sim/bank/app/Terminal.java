package dev.kioskguard.sim.bank.app;

/** What the application does with the card, whoever owns the reader. */
public interface Terminal {

    void returnCard(String sessionId);

    void retainCard(String sessionId);
}
