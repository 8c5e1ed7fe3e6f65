package dev.kioskguard.web.screen;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A style sheet or a script together with everything that it imports, as one text of the same meaning. A browser asks
 * once instead of once a file. Only the plain forms are understood: {@code @import "name.css";} and, in modules,
 * {@code import { names } from './name.js';} and {@code export} before a function, class or constant.
 */
final class Joined {

    private static final Pattern STYLE = Pattern.compile("(?m)^@import \"([a-z-]+\\.css)\";\\n");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (\\{[^}]*}) from '\\./([a-z]+)\\.js';\\n");
    private static final Pattern EXPORT =
            Pattern.compile("(?m)^export ((?:async function|function|class|const) (\\w+))");
    private static final Pattern LEFT_OVER = Pattern.compile("(?m)^(?:import|export|@import)\\b.*");
    /** Before the name of a module, so that it is no name that a module itself uses. */
    private static final String MODULE = "module$";

    private final UnaryOperator<String> read;
    private final Map<String, String> modules = new LinkedHashMap<>();

    private Joined(UnaryOperator<String> read) {
        this.read = read;
    }

    /**
     * Returns a style sheet with each import replaced by the sheet that it names.
     *
     * @param read returns the text of a file by its name
     * @throws IllegalArgumentException for an import in another form
     */
    static String style(String name, UnaryOperator<String> read) {
        String joined = STYLE.matcher(read.apply(name))
                .replaceAll(sheet -> Matcher.quoteReplacement(read.apply(sheet.group(1))));
        return sound(name, joined);
    }

    /**
     * Returns a module after the modules that it imports, each in a scope of its own.
     *
     * @param read returns the text of a file by its name
     * @throws IllegalArgumentException for an import or export in another form, or where modules import in a circle
     */
    static String script(String name, UnaryOperator<String> read) {
        Joined joined = new Joined(read);
        joined.add(name.replaceAll("\\.js$", ""));
        return String.join("", joined.modules.values());
    }

    private void add(String module) {
        String here = modules.get(module);
        if (here != null && here.isEmpty()) {
            throw new IllegalArgumentException(module + ".js imports itself, by way of others");
        }
        if (here == null) {
            modules.put(module, "");
            String text = read.apply(module + ".js");
            IMPORT.matcher(text).results().map(found -> found.group(2)).forEach(this::add);
            // Put anew, so that it comes after what it imports.
            modules.remove(module);
            modules.put(module, scoped(module, text));
        }
    }

    private static String scoped(String module, String text) {
        String exports =
                EXPORT.matcher(text).results().map(found -> found.group(2)).collect(Collectors.joining(", "));
        String inner = EXPORT.matcher(IMPORT.matcher(text).replaceAll("const $1 = module\\$$2;\n"))
                .replaceAll("$1");
        return "const %s%s = (() => {\n%sreturn { %s };\n})();\n"
                .formatted(MODULE, module, sound(module + ".js", inner), exports);
    }

    private static String sound(String name, String text) {
        Matcher left = LEFT_OVER.matcher(text);
        if (left.find()) {
            throw new IllegalArgumentException("%s says '%s', which cannot be joined".formatted(name, left.group()));
        }
        return text;
    }
}
