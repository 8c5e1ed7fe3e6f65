package dev.kioskguard.app.config;

import java.util.List;

/** A configuration that does not count; each complaint names file, line and path, and what to write instead. */
public final class ConfigException extends RuntimeException {

    private final transient List<String> complaints;

    public ConfigException(List<String> complaints) {
        super(String.join("\n", complaints));
        this.complaints = List.copyOf(complaints);
    }

    public List<String> complaints() {
        return complaints;
    }
}
