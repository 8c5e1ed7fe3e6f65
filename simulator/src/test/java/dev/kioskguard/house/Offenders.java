package dev.kioskguard.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** Classes that break a rule about packages: each stands in a package that is no place for what it names. */
final class Offenders {
    private static final Pattern NAME =
            Pattern.compile("package ([\\w.]+);.*?(?:class|interface) (\\w+)", Pattern.DOTALL);

    private Offenders() {}

    /** Compiles source texts into a folder that is not there yet, and returns their classes as the rules see them. */
    static JavaClasses in(Path folder, String... sources) {
        try {
            var arguments = new ArrayList<>(List.of(
                    "-proc:none",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "-d",
                    folder.resolve("classes").toString()));
            for (String source : sources) {
                Matcher name = NAME.matcher(source);
                if (!name.find()) {
                    throw new IllegalArgumentException("a source names its package and its class: " + source);
                }
                Path file = folder.resolve("source/" + name.group(1).replace('.', '/') + "/" + name.group(2) + ".java");
                Files.createDirectories(file.getParent());
                arguments.add(Files.writeString(file, source).toString());
            }
            int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
            if (failed != 0) {
                throw new IllegalArgumentException("an offender must compile: " + String.join(" ", sources));
            }
            return new ClassFileImporter().importPath(folder.resolve("classes"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
