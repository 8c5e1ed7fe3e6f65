package dev.kioskguard.sim.disk;

import dev.kioskguard.audit.Entry;
import dev.kioskguard.audit.Head;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.audit.JournalException;
import dev.kioskguard.audit.Letter;
import dev.kioskguard.audit.Line;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A journal that can be read at any time, and written as far as its disk can. */
record JournalOnDisk(Journal file, Disk disk) implements Journal {

    @Override
    public Head append(Entry entry, List<Letter> letters) {
        disk.write();
        return file.append(entry, letters);
    }

    @Override
    public List<Letter> letters() {
        return file.letters();
    }

    @Override
    public int forget(Instant before) {
        disk.write();
        return file.forget(before);
    }

    @Override
    public Optional<JournalException> obstacle() {
        return disk.obstacle().or(file::obstacle);
    }

    @Override
    public Head head() {
        return file.head();
    }

    @Override
    public Optional<Instant> lastAt() {
        return file.lastAt();
    }

    @Override
    public List<Line> lines(long after, int max) {
        return file.lines(after, max);
    }

    @Override
    public Optional<ObjectNode> personal(Line.Fields line) {
        return file.personal(line);
    }

    @Override
    public void close() {
        file.close();
    }
}
