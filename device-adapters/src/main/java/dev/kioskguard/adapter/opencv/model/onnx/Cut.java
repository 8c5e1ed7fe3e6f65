package dev.kioskguard.adapter.opencv.model.onnx;

import java.util.List;

/**
 * Which part of a TensorFlow.js model is wanted.
 *
 * @param input the operator in whose place the picture comes in
 * @param height of the picture, in pixels
 * @param width of the picture, in pixels
 * @param outputs the operators whose results come out, in the order in which the ONNX network has them
 */
public record Cut(String input, int height, int width, List<String> outputs) {

    public Cut {
        outputs = List.copyOf(outputs);
    }

    /**
     * Converts that part to ONNX: one input, {@code 1×3×height×width}, and outputs as TensorFlow lays them out. The
     * same model gives the same bytes.
     *
     * @param json the model file
     * @param weights its weight files, one behind the other
     * @throws ConversionException where the part holds what is not known
     */
    public byte[] convert(byte[] json, byte[] weights) {
        var graph = new OnnxGraph();
        var translation = new Translation(GraphModel.read(json, weights), graph);
        translation.beginAt(input, new int[] {1, height, width, 3});
        for (int i = 0; i < outputs.size(); i++) {
            translation.endAt(outputs.get(i), "output" + i);
        }
        return graph.toBytes();
    }
}
