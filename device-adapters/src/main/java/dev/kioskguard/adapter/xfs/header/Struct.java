package dev.kioskguard.adapter.xfs.header;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** A structure as one version has it, for one size of pointers. */
public final class Struct {

    private final String name;
    private final Abi abi;
    private final int size;
    private final Map<String, Field> fields;
    private final List<String> texts;

    /** Lays members out one after the other, packed by one byte. */
    Struct(String name, Abi abi, List<Member> members) {
        Map<String, Field> laidOut = new LinkedHashMap<>();
        int end = 0;
        for (Member member : members) {
            int offset = end;
            laidOut.put(member.name(), new Field(member.name(), member.type(), member.count(), offset));
            member.parts()
                    .forEach(part -> laidOut.put(
                            member.name() + "." + part, new Field(member.name() + "." + part, Ctype.DWORD, 1, offset)));
            end += member.type().bytes(abi) * member.count();
        }
        this.name = name;
        this.abi = abi;
        this.size = end;
        this.fields = Collections.unmodifiableMap(laidOut);
        this.texts = members.stream()
                .filter(member -> member.type().equals(Ctype.TEXT))
                .map(Member::name)
                .toList();
    }

    public String name() {
        return name;
    }

    public Abi abi() {
        return abi;
    }

    /** Returns the size in bytes. */
    public int size() {
        return size;
    }

    /** Returns the members by name, in their order. */
    public Map<String, Field> fields() {
        return fields;
    }

    /** Returns the names of the members that point to a text. */
    public List<String> texts() {
        return texts;
    }

    /** Returns a member, unless it came with a later version. */
    public Optional<Field> find(String member) {
        return Optional.ofNullable(fields.get(member));
    }

    /**
     * Returns a member that every version has.
     *
     * @throws NoSuchElementException when it is none, or came with a later version
     */
    public Field field(String member) {
        return find(member)
                .orElseThrow(() -> new NoSuchElementException(name + " has no " + member + " in this version"));
    }

    @Override
    public String toString() {
        return name;
    }

    /** A member as the header writes it; {@code parts} are of a union only. */
    record Member(String name, Ctype type, int count, Version first, List<String> parts) {}
}
