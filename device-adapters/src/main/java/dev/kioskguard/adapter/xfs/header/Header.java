package dev.kioskguard.adapter.xfs.header;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** Every structure of the header, laid out for one size of pointers and as one version has it. Immutable. */
public final class Header {

    private final Version version;
    private final Map<String, Struct> structs = new LinkedHashMap<>();

    private Header(Abi abi, Version version) {
        this.version = version;
        StructText.read().forEach((name, members) -> {
            List<Struct.Member> present = members.stream()
                    .filter(member -> member.first().compareTo(version) <= 0)
                    .toList();
            if (!present.isEmpty()) {
                structs.put(name, new Struct(name, abi, present));
            }
        });
    }

    /** Returns the header as a version has it; later ones than it knows only append, so the last known one serves. */
    public static Header of(Abi abi, Version version) {
        return new Header(abi, version);
    }

    public Version version() {
        return version;
    }

    /** Returns the structures, in the order of the header. */
    public Collection<Struct> structs() {
        return structs.values();
    }

    public boolean has(String name) {
        return structs.containsKey(name);
    }

    /**
     * Returns a structure.
     *
     * @throws NoSuchElementException when there is none, or not yet in this version
     */
    public Struct struct(String name) {
        Struct struct = structs.get(name);
        if (struct == null) {
            throw new NoSuchElementException("there is no %s in version %s".formatted(name, version));
        }
        return struct;
    }
}
