package dev.kioskguard.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the house rules look at: the classes that ship, and the files as they lie in the tree. */
final class House {
    static final List<String> MODULES = List.of("kiosk-core", "device-adapters", "simulator");

    private static final Set<String> FOLDERS_MADE_BY_TOOLS = Set.of("target", ".git", "data", ".idea", ".vscode");

    private House() {}

    /** The classes of the three modules, without those of their tests. */
    static JavaClasses shipped() {
        ImportOption notOfTests = location -> !location.contains("/test-classes/") && !location.contains("-tests.jar");
        return new ClassFileImporter().withImportOption(notOfTests).importPackages("dev.kioskguard");
    }

    /** The project's top folder, wherever below it the tests were started. */
    static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("kiosk-core"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** The project's files whose names end with one of {@code endings}, tests included. */
    static List<Path> files(String... endings) {
        try (Stream<Path> all = Files.walk(root())) {
            return all.filter(path -> Stream.of(endings).anyMatch(path.toString()::endsWith))
                    .filter(House::isOurs)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        }
    }

    private static boolean isOurs(Path file) {
        for (var part : root().relativize(file)) {
            if (FOLDERS_MADE_BY_TOOLS.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }
}
