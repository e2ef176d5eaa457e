package io.leadscore.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.SplittableRandom;

/** A unit vector for a text: the sum of one for each line, so that texts which share lines point the same way. */
final class Embedding {

    private final float[] values;

    private Embedding(float[] values) {
        this.values = values;
    }

    static Embedding of(String text, int dimensions) {
        double[] sum = new double[dimensions];
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> add(sum, line));
        double length = length(sum);
        float[] values = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            values[i] = (float) (length == 0 ? 0 : sum[i] / length);
        }
        return new Embedding(values);
    }

    private static void add(double[] sum, String line) {
        SplittableRandom random = new SplittableRandom(StableHash.of(line));
        double[] direction = new double[sum.length];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = random.nextDouble() - 0.5;
        }
        double length = length(direction);
        for (int i = 0; i < sum.length; i++) {
            sum[i] += direction[i] / length;
        }
    }

    private static double length(double[] vector) {
        double squares = 0;
        for (double value : vector) {
            squares += value * value;
        }
        return Math.sqrt(squares);
    }

    /** The values as numbers, a copy. */
    float[] values() {
        return values.clone();
    }

    /** The values as little-endian numbers of 32 bits, in base64. */
    String base64() {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
