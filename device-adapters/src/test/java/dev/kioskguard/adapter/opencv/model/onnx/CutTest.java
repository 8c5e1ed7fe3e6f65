package dev.kioskguard.adapter.opencv.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kioskguard.adapter.opencv.infer.Inference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small network of every kind of layer is converted, run by the engine, and compared with what it should compute. */
class CutTest {
    private static final int SIDE = 4;

    /** A convolution 2×2, stride 2, of the first channel; a bias; nothing below zero; then rows of two. */
    private static final String NETWORK = """
            {"modelTopology": {"node": [
              {"name": "in", "op": "Placeholder"},
              {"name": "filter", "op": "Const"}, {"name": "bias", "op": "Const"}, {"name": "rows", "op": "Const"},
              {"name": "conv", "op": "_FusedConv2D", "input": ["in", "filter", "bias"], "attr": {
                "strides": {"list": {"i": ["1", "2", "2", "1"]}}, "padding": {"s": "U0FNRQ=="},
                "fused_ops": {"list": {"s": ["Qmlhc0FkZA==", "UmVsdQ=="]}}}},
              {"name": "out", "op": "%s", "input": ["conv", "rows"]}]},
             "weightsManifest": [{"weights": [
              {"name": "filter", "dtype": "float32", "shape": [2, 2, 3, 1]},
              {"name": "bias", "dtype": "float32", "shape": [1]},
              {"name": "rows", "dtype": "int32", "shape": [2]}]}]}
            """;

    private static final Cut CUT = new Cut("in", SIDE, SIDE, List.of("out"));

    @Test
    void theEngineComputesWhatTheNetworkSays() {
        try (Inference network = Inference.open(convert("Reshape"), SIDE)) {
            for (int i = 0; i < SIDE * SIDE; i++) {
                network.picture().put(i, i); // the red plane counts; green and blue stay 0
            }
            float[] out = network.run().get(0);

            // The corners of each window, times 1, 2, 3 and 4, come to 34, 54, 114 and 134; less 40, and not below 0.
            assertThat(out).containsExactly(new float[] {0, 14, 74, 94}, within(1e-4f));
        }
    }

    @Test
    void theSameNetworkGivesTheSameBytes() {
        assertThat(convert("Reshape")).isEqualTo(convert("Reshape"));
    }

    @Test
    void whatIsNotKnownIsNamed() {
        assertThatThrownBy(() -> convert("EmotionsOfTheHeart"))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("EmotionsOfTheHeart");
    }

    @ParameterizedTest
    @CsvSource({"0x3C00, 1", "0xC000, -2", "0x3555, 0.33325195", "0x0001, 5.9604645e-8", "0x7BFF, 65504", "0x0000, 0"})
    void halvesAreReadAsTheyAreKept(String bits, float value) {
        assertThat(GraphModel.half(Integer.decode(bits).shortValue())).isEqualTo(value);
    }

    private static byte[] convert(String last) {
        ByteBuffer weights = ByteBuffer.allocate(15 * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int corner = 1; corner <= 4; corner++) {
            weights.putFloat(corner).putFloat(0).putFloat(0); // red, green, blue
        }
        weights.putFloat(-40).putInt(2).putInt(2);
        return CUT.convert(NETWORK.formatted(last).getBytes(StandardCharsets.UTF_8), weights.array());
    }
}
