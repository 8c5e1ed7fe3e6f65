package dev.kioskguard.adapter.xfs.header;

import java.util.Map;

/** The type of a member by its name in the header, such as {@code WORD}, {@code LPSTR}, {@code LPWFSPINKEY*}. */
public record Ctype(String name) {

    private static final Map<String, Integer> BYTES = Map.ofEntries(
            Map.entry("BYTE", 1),
            Map.entry("CHAR", 1),
            Map.entry("WORD", 2),
            Map.entry("USHORT", 2),
            Map.entry("SHORT", 2),
            Map.entry("HSERVICE", 2),
            Map.entry("DWORD", 4),
            Map.entry("ULONG", 4),
            Map.entry("LONG", 4),
            Map.entry("BOOL", 4),
            Map.entry("HRESULT", 4),
            Map.entry("REQUESTID", 4),
            Map.entry("UNION", 4),
            Map.entry("SYSTEMTIME", 16));

    /** All that share one place: the size of the largest, which in this header is a DWORD. */
    static final Ctype UNION = new Ctype("UNION");

    static final Ctype DWORD = new Ctype("DWORD");

    static final Ctype TEXT = new Ctype("LPSTR");

    public Ctype {
        if (!name.startsWith("LP") && !BYTES.containsKey(name)) {
            throw new IllegalArgumentException("the header has no type " + name);
        }
    }

    public boolean isPointer() {
        return name.startsWith("LP");
    }

    public int bytes(Abi abi) {
        Integer fixed = BYTES.get(name);
        return fixed == null ? abi.pointerBytes() : fixed;
    }
}
