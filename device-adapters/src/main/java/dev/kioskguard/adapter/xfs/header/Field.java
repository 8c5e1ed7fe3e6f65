package dev.kioskguard.adapter.xfs.header;

/**
 * Where a member of a structure lies.
 *
 * @param count of elements; 1 where it is no array
 * @param offset from the start of the structure, in bytes
 */
public record Field(String name, Ctype type, int count, int offset) {

    public int bytes(Abi abi) {
        return type.bytes(abi) * count;
    }
}
