package dev.kioskguard.audit;

import java.security.SecureRandom;

class MemoryJournalTest extends JournalContract {

    @Override
    protected Journal begin() {
        return new MemoryJournal(new SecureRandom());
    }
}
