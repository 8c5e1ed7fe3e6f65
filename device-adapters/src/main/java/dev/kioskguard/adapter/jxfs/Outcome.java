package dev.kioskguard.adapter.jxfs;

import dev.kioskguard.device.CardData;
import dev.kioskguard.device.Key;
import dev.kioskguard.device.PinBlock;
import java.util.List;

/** What comes of an operation. Immutable; none of them says anything of a card or a PIN in its text form. */
public sealed interface Outcome {

    /** A card was read; stands for {@code JxfsMSDReadData}, of which the guard needs track 2 alone. */
    record CardRead(CardData card) implements Outcome {}

    /** What a chip answered. */
    record ChipAnswer(List<Byte> bytes) implements Outcome {

        public ChipAnswer {
            bytes = List.copyOf(bytes);
        }

        @Override
        public String toString() {
            return "ChipAnswer[hidden]";
        }
    }

    /** A PIN is in the pad; of its digits only the count is known. */
    record PinKeyed(int digits) implements Outcome {}

    /** The PIN, enciphered by the pad. */
    record PinBlockMade(PinBlock block) implements Outcome {}

    /** The keys that were pressed, the one that ended the entry last. */
    record KeysRead(List<Key> keys) implements Outcome {

        public KeysRead {
            keys = List.copyOf(keys);
        }
    }

    /**
     * A picture, encoded as the camera encodes it.
     *
     * @param bytes handed over, not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent") // a picture is large, and is copied nowhere
    record Picture(byte[] bytes) implements Outcome {

        @Override
        public String toString() {
            return "Picture[" + bytes.length + " bytes]";
        }
    }
}
