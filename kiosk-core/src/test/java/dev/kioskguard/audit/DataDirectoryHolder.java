package dev.kioskguard.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that holds a data folder until it is killed. */
final class DataDirectoryHolder {

    private DataDirectoryHolder() {}

    public static void main(String[] args) throws IOException {
        try (DataDirectory held = DataDirectory.open(Path.of(args[0]))) {
            Files.createFile(held.file("held"));
            System.in.read();
        }
    }
}
