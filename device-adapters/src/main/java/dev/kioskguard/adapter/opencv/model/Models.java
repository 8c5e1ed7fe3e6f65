package dev.kioskguard.adapter.opencv.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The folder of the networks, as the launcher fills it. A network is converted the first time that it is wanted and
 * kept beside what it was made of; whatever is read must be the allowed file to the byte. Stateless; several processes
 * may use one folder.
 */
public final class Models {
    /** Larger than any of the files, smaller than what would hurt. */
    private static final long FILE_BYTES_MAX = 32L << 20;

    private final Path folder;
    private final AllowList allowed = AllowList.shipped();

    private Models(Path folder) {
        this.folder = folder;
    }

    public static Models in(Path folder) {
        return new Models(folder);
    }

    /** The networks where the launcher has put them; it names the folder in {@code kioskguard.models}. */
    public static Models prepared() {
        return in(Path.of(System.getProperty("kioskguard.models", "target/models")));
    }

    /** Returns whether all is there that networks are made of; not whether it is right. */
    public boolean stand() {
        for (Network network : Network.values()) {
            if (!Files.exists(folder.resolve(network.file())) && !Files.exists(folder.resolve(network.model()))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Reads a network as ONNX.
     *
     * @throws ModelException where it is not there, or one byte of it is another
     */
    public byte[] read(Network network) {
        Path kept = folder.resolve(network.file());
        return Files.exists(kept) ? readAllowed(network.file()) : convert(network, kept);
    }

    private byte[] convert(Network network, Path to) {
        var weights = new ByteArrayOutputStream();
        network.weights().forEach(file -> weights.writeBytes(readAllowed(file)));
        byte[] onnx = network.cut().convert(readAllowed(network.model()), weights.toByteArray());
        if (!allowed.allows(network.file(), onnx)) {
            throw new ModelException(network.file() + " came out another than it should; this build is at fault");
        }
        try {
            Path half = Files.createTempFile(folder, network.file(), ".half");
            Files.write(half, onnx);
            Files.move(half, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw new ModelException("the folder of the networks cannot be written: " + folder, refused);
        }
        return onnx;
    }

    private byte[] readAllowed(String file) {
        Path path = folder.resolve(file);
        try {
            if (!Files.isRegularFile(path)) {
                throw new ModelException(
                        "there is no network at %s; './kiosk look PICTURE' fetches it".formatted(path));
            }
            byte[] content = Files.size(path) > FILE_BYTES_MAX ? new byte[0] : Files.readAllBytes(path);
            if (!allowed.allows(file, content)) {
                throw new ModelException(
                        "%s is not the network that belongs there; delete %s and start again".formatted(path, folder));
            }
            return content;
        } catch (IOException unreadable) {
            throw new ModelException(path + " cannot be read", unreadable);
        }
    }
}
