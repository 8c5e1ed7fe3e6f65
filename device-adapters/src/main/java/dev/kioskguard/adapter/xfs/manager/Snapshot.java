package dev.kioskguard.adapter.xfs.manager;

import dev.kioskguard.adapter.xfs.header.Header;
import dev.kioskguard.adapter.xfs.header.Struct;
import dev.kioskguard.adapter.xfs.library.Received;
import dev.kioskguard.adapter.xfs.memory.StructView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A structure with the texts that it points to, which outlasts its result.
 *
 * @param view whose numbers may be read, and no more what it points to
 * @param texts by member; of {@code lpszExtra} its lines, apart by line feeds
 */
public record Snapshot(StructView view, Map<String, String> texts) {

    private static final String EXTRA = "lpszExtra";

    public Snapshot {
        texts = Map.copyOf(texts);
    }

    /** Reads a structure and all its texts, so that each is known to be sound or is named. */
    public static Decoder<Snapshot> of(String struct) {
        return (received, header) -> read(received, header, struct);
    }

    static Snapshot read(Received received, Header header, String name) {
        Struct struct = header.struct(name);
        StructView view = received.view(struct);
        Map<String, String> texts = new HashMap<>();
        for (String member : struct.texts()) {
            texts.put(member, member.equals(EXTRA) ? String.join("\n", view.lines(EXTRA)) : view.text(member));
        }
        return new Snapshot(view, texts);
    }

    public String text(String member) {
        return texts.getOrDefault(member, "");
    }

    /** Returns the vendor's own lines, mostly {@code key=value}. */
    public List<String> extra() {
        return text(EXTRA).lines().toList();
    }
}
