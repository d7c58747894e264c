package app.regulars.search;

import java.nio.ByteBuffer;

/** Vectors as they are kept, and how close two of them are. */
final class Vectors {

    private Vectors() {
    }

    static byte[] bytes(float[] vector) {
        var bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    static float[] of(byte[] bytes) {
        var vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
        return vector;
    }
}
