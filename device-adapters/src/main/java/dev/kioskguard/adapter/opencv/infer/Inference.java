package dev.kioskguard.adapter.opencv.infer;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One open network with one input, {@code 1×3×side×side} real numbers. Confined to one thread; works on that thread
 * alone and starts no other.
 */
public final class Inference implements AutoCloseable {
    private static final String INPUT = "input";
    private static final int CHANNELS = 3;

    private final OrtSession session;
    private final int side;
    private final FloatBuffer picture;
    private final OnnxTensor input;
    private long nanos;
    private long runs;

    private Inference(OrtSession session, int side, FloatBuffer picture, OnnxTensor input) {
        this.session = session;
        this.side = side;
        this.picture = picture;
        this.input = input;
    }

    /**
     * Opens a network.
     *
     * @param onnx the network, as an ONNX file holds it
     * @param side of the picture, in pixels
     * @throws InferenceException where it is none
     */
    public static Inference open(byte[] onnx, int side) {
        FloatBuffer picture = ByteBuffer.allocateDirect(CHANNELS * side * side * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        return open(onnx, side, picture);
    }

    /**
     * Opens a network that looks at the pictures of {@code other}, on the same thread; pictures for it are put there.
     *
     * @param onnx the network, as an ONNX file holds it; it takes pictures as large as the other one's
     * @throws InferenceException where it is none
     */
    public static Inference openBeside(Inference other, byte[] onnx) {
        return open(onnx, other.side, other.picture);
    }

    private static Inference open(byte[] onnx, int side, FloatBuffer picture) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // What the arena keeps in hand is a tenth of the memory.
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            OrtSession session = environment.createSession(onnx, options);
            try {
                long[] shape = {1, CHANNELS, side, side};
                return new Inference(session, side, picture, OnnxTensor.createTensor(environment, picture, shape));
            } catch (OrtException refused) {
                session.close();
                throw refused;
            }
        } catch (OrtException refused) {
            throw new InferenceException("the network cannot be opened", refused);
        }
    }

    /** Where the next picture goes: red, green and blue one behind the other, row by row. */
    public FloatBuffer picture() {
        return picture;
    }

    /**
     * Runs the network on the picture that stands in {@link #picture()}.
     *
     * @return one array for each output, in the network's order
     * @throws InferenceException where the engine fails
     */
    public List<float[]> run() {
        long began = System.nanoTime();
        try (OrtSession.Result result = session.run(Map.of(INPUT, input))) {
            nanos += System.nanoTime() - began;
            runs++;
            List<float[]> outputs = new ArrayList<>();
            for (var output : result) {
                // The engine's binding copies the numbers into an array of ours already.
                outputs.add(((OnnxTensor) output.getValue()).getFloatBuffer().array());
            }
            return outputs;
        } catch (OrtException failed) {
            throw new InferenceException("the network did not answer", failed);
        }
    }

    /** The time spent in the engine itself since this was opened. */
    public Duration spent() {
        return Duration.ofNanos(nanos);
    }

    /** How often the network was run since this was opened. */
    public long runs() {
        return runs;
    }

    @Override
    public void close() {
        input.close();
        try {
            session.close();
        } catch (OrtException failed) {
            throw new InferenceException("the network did not close", failed);
        }
    }
}
