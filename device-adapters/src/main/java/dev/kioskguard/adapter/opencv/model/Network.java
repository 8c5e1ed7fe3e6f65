package dev.kioskguard.adapter.opencv.model;

import dev.kioskguard.adapter.opencv.model.onnx.Cut;
import java.util.List;

/** The networks that there are. None of them knows whose face it is, how old, of which sex or in what mood. */
@SuppressWarnings("ImmutableEnumChecker") // its lists come from List.of, and a Cut copies its own
public enum Network {
    /** BlazeFace: faces and six points of each. */
    FACE(
            "face",
            List.of("face/blazeface.bin"),
            "face/blazeface.json",
            new Cut("input", 256, 256, List.of("Identity", "Identity_2", "Identity_1", "Identity_3"))),
    /** The palm detector of MediaPipe hands: palms and seven points of each. */
    PALM(
            "palm",
            List.of("palm/handdetect.bin"),
            "palm/handdetect.json",
            new Cut("input", 256, 256, List.of("Identity"))),
    /** MoveNet Lightning, up to its four maps: the pose of one person, seventeen points. */
    POSE(
            "pose",
            List.of("pose/movenet-lightning.bin"),
            "pose/movenet-lightning.json",
            new Cut(
                    "StatefulPartitionedCall/stack",
                    192,
                    192,
                    List.of(
                            "StatefulPartitionedCall/center_0/conv2d_4/BiasAdd",
                            "StatefulPartitionedCall/kpt_heatmap_0/conv2d_5/BiasAdd",
                            "StatefulPartitionedCall/kpt_regress_0/conv2d_6/BiasAdd",
                            "StatefulPartitionedCall/kpt_offset_0/conv2d_7/BiasAdd"))),
    /** SSDLite on MobileNet 2, up to its raw scores and boxes: the ninety things of COCO. */
    OBJECTS(
            "objects",
            List.of(
                    "objects/group1-shard1of5",
                    "objects/group1-shard2of5",
                    "objects/group1-shard3of5",
                    "objects/group1-shard4of5",
                    "objects/group1-shard5of5"),
            "objects/model.json",
            new Cut("Preprocessor/sub", 300, 300, List.of("concat_1", "concat", "Postprocessor/ExpandDims")));

    private final String file;
    private final List<String> weights;
    private final String model;
    private final Cut cut;

    Network(String name, List<String> weights, String model, Cut cut) {
        this.file = name + ".onnx";
        this.weights = weights;
        this.model = model;
        this.cut = cut;
    }

    /** The name of the ONNX file. */
    public String file() {
        return file;
    }

    /** The side of the square picture that goes in, in pixels. */
    public int side() {
        return cut.width();
    }

    List<String> weights() {
        return weights;
    }

    String model() {
        return model;
    }

    Cut cut() {
        return cut;
    }
}
