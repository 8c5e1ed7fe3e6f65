package dev.kioskguard.adapter.app;

import dev.kioskguard.adapter.xfs.header.Abi;
import dev.kioskguard.adapter.xfs.header.Header;
import dev.kioskguard.adapter.xfs.header.Version;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The verb that tells where the native binding takes every member of every structure to be. */
@Command(
        name = "layout",
        description = {
            "Prints the native binding's own view of the structures of CEN/XFS:",
            "JSON {struct: {size, fields: {name: offset}}}, in bytes."
        })
final class LayoutCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--abi",
            required = true,
            paramLabel = "win32|win64",
            description = "the size of pointers: win32 where manager and JVM have 32 bits, else win64")
    private String abi;

    @Option(
            names = "--version",
            required = true,
            paramLabel = "3.00|3.20|3.30",
            description = "the version that a service was opened at")
    private String version;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(layout()));
        out.flush();
        return 0;
    }

    private ObjectNode layout() {
        ObjectNode all = JSON.createObjectNode();
        header().structs().forEach(struct -> {
            ObjectNode fields =
                    all.putObject(struct.name()).put("size", struct.size()).putObject("fields");
            struct.fields().values().forEach(field -> fields.put(field.name(), field.offset()));
        });
        return all;
    }

    private Header header() {
        try {
            Version asked = Version.of(version);
            if (!Version.KNOWN.contains(asked)) {
                throw new IllegalArgumentException("the structures changed with %s; ask for one of these instead of %s"
                        .formatted(Version.KNOWN, asked));
            }
            return Header.of(Abi.of(abi), asked);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "kiosk: " + e.getMessage(), e);
        }
    }
}
