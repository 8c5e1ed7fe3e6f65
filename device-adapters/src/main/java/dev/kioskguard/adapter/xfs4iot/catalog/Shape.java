package dev.kioskguard.adapter.xfs4iot.catalog;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a JSON value of a payload may look like. Immutable. */
public sealed interface Shape {

    /** Says what of a shape has no limit of its own. */
    long NO_LIMIT = Long.MAX_VALUE;

    /** An object whose fields are named by the standard. */
    record Fields(Map<String, Shape> fields, Set<String> required) implements Shape {

        public Fields {
            fields = Map.copyOf(fields);
            required = Set.copyOf(required);
        }
    }

    /** An object whose field names are data, such as the names of keys. */
    record Table(Shape value) implements Shape {}

    /** A list of values of one shape. */
    record Items(Shape item) implements Shape {}

    /** One of some words. */
    record Words(List<String> words) implements Shape {

        public Words {
            words = List.copyOf(words);
        }
    }

    /** A text; the empty pattern allows any. */
    record Text(Pattern pattern) implements Shape {}

    /** Bytes in base64 with padding (RFC 4648 section 4). */
    record Base64() implements Shape {}

    /** A whole number from {@code min} to {@code max}, either of which may be {@link #NO_LIMIT} (negative for min). */
    record Whole(long min, long max) implements Shape {}

    /** True or false. */
    record Truth() implements Shape {}

    /** Any value: the standard leaves it open. */
    record Anything() implements Shape {}
}
