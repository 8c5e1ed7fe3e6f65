package dev.kioskguard.adapter.opencv.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelsTest {
    @TempDir
    private Path folder;

    @Test
    void everyNetworkAndAllItIsMadeOfIsPinned() {
        for (Network network : Network.values()) {
            assertThat(AllowList.shipped().names())
                    .contains(network.file(), network.model())
                    .containsAll(network.weights());
        }
    }

    @Test
    void nothingElseIsKeptOfThePackages() throws IOException {
        PreparedModels.require();
        try (Stream<Path> kept = Files.walk(PreparedModels.folder())) {
            List<Path> files = kept.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(".list"))
                    .toList();
            assertThat(files).as("control").isNotEmpty().allSatisfy(file -> {
                String name = PreparedModels.folder().relativize(file).toString();
                assertThat(AllowList.shipped().allows(name, Files.readAllBytes(file)))
                        .as(name)
                        .isTrue();
            });
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FACE", "POSE"})
    void aNetworkIsMadeTwiceToTheSameBytes(Network network) throws IOException {
        PreparedModels.require();
        byte[] once = convert(network);

        assertThat(convert(network)).isEqualTo(once);
        assertThat(AllowList.shipped().allows(network.file(), once)).isTrue();
    }

    @Test
    void aNetworkIsKeptOnceItIsMade() throws IOException {
        PreparedModels.require();
        Path face = Files.createDirectories(folder.resolve("face"));
        for (String part : List.of("blazeface.json", "blazeface.bin")) {
            Files.copy(PreparedModels.folder().resolve("face").resolve(part), face.resolve(part));
        }

        byte[] made = Models.in(folder).read(Network.FACE);

        assertThat(folder.resolve("face.onnx")).hasBinaryContent(made);
        Files.delete(face.resolve("blazeface.json"));
        assertThat(Models.in(folder).read(Network.FACE)).isEqualTo(made);
    }

    @Test
    void oneBitFlippedIsRefusedWithWhatToDo() throws IOException {
        byte[] face = PreparedModels.require().read(Network.FACE);
        face[face.length / 2] ^= 1;
        Files.write(folder.resolve("face.onnx"), face);

        assertThatThrownBy(() -> Models.in(folder).read(Network.FACE))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("not the network that belongs there; delete");
    }

    @Test
    void aNetworkThatIsNotThereIsToldWithWhatToDo() {
        assertThat(Models.in(folder).stand()).isFalse();
        assertThatThrownBy(() -> Models.in(folder).read(Network.PALM))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("'./kiosk look PICTURE' fetches it");
    }

    private static byte[] convert(Network network) throws IOException {
        var weights = new ByteArrayOutputStream();
        for (String file : network.weights()) {
            weights.writeBytes(Files.readAllBytes(PreparedModels.folder().resolve(file)));
        }
        byte[] json = Files.readAllBytes(PreparedModels.folder().resolve(network.model()));
        return network.cut().convert(json, weights.toByteArray());
    }
}
