package app.regulars.search;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * A small language model that turns one English sentence into a vector, so that sentences which mean the same lie close together. It
 * comes with the product and runs inside this process: nothing leaves the machine. One sentence takes one to three milliseconds.
 */
final class SentenceModel implements AutoCloseable {

    static final int DIMENSIONS = 384;
    private static final int LONGEST = 96;

    /**
     * A model that ships with the product.
     *
     * @param file     its name on the class path, without ending
     * @param averaged whether a sentence is the mean of its words, or what stands at its beginning
     */
    enum Known {

        MINILM("all-minilm-l6-v2-q", true);

        private final String file;
        private final boolean averaged;

        Known(String file, boolean averaged) {
            this.file = file;
            this.averaged = averaged;
        }
    }

    private final Known known;
    private final WordPieces pieces;
    private final OrtEnvironment environment;
    private final OrtSession session;

    /** Takes half a second and some 100 MB. */
    SentenceModel(Known known) {
        this.known = known;
        this.pieces = new WordPieces(read("/" + known.file + "-tokenizer.json"));
        this.environment = OrtEnvironment.getEnvironment();
        try (var options = new OrtSession.SessionOptions()) {
            environment.setTelemetry(false);
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(read("/" + known.file + ".onnx"), options);
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model does not start", e);
        }
    }

    private static byte[] read(String name) {
        try (var file = SentenceModel.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By which vectors are known: those of another model, or of another version of what computes it, cannot be compared with its own. */
    String name() {
        return known.file + "/" + environment.getVersion() + "/1";
    }

    /** Whether it is one of its words, and not put together from pieces. */
    boolean knows(String word) {
        return pieces.isWhole(word);
    }

    /** The sentence as a vector of length one. */
    float[] of(String sentence) {
        var numbers = pieces.of(sentence, LONGEST);
        var ones = new long[numbers.length];
        java.util.Arrays.fill(ones, 1);
        long[] shape = {1, numbers.length};
        try (var words = OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), shape);
             var mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
             var parts = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[numbers.length]), shape)) {
            var inputs = new HashMap<>(Map.of("input_ids", words, "attention_mask", mask));
            if (session.getInputNames().contains("token_type_ids")) {
                inputs.put("token_type_ids", parts);
            }
            try (var answer = session.run(inputs)) {
                return unit(pooled(((float[][][]) answer.get(0).getValue())[0]));
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model gave no answer", e);
        }
    }

    private float[] pooled(float[][] words) {
        if (!known.averaged) {
            return words[0];
        }
        var mean = new float[words[0].length];
        for (var word : words) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += word[i];
            }
        }
        return mean;
    }

    private static float[] unit(float[] vector) {
        double length = 0;
        for (var value : vector) {
            length += value * value;
        }
        var factor = length == 0 ? 0 : (float) (1 / Math.sqrt(length));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
        return vector;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
