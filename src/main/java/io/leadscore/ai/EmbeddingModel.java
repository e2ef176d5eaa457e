package io.leadscore.ai;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model that makes vectors, written {@code text-embedding-3-small@256}.
 *
 * @param name the model's name
 * @param dimensions the length of its vectors, 1 to 4096
 */
public record EmbeddingModel(String name, int dimensions) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:/-]{1,80}");
    private static final Pattern WRITTEN = Pattern.compile("(.+)@(\\d{1,4})");
    private static final int MOST = 4_096;

    // After what it is checked by.
    public static final EmbeddingModel DEFAULT = new EmbeddingModel("text-embedding-3-small", 256);

    public EmbeddingModel {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("embedding-model is not the name of a model");
        }
        Limits.between(dimensions, 1, MOST, "embedding-dimensions");
    }

    /** Whether nothing is to be turned into vectors: what the settings call {@code none}. */
    boolean isNone() {
        return name.equals("none");
    }

    /** Reads it as written; another text is a name, with vectors of the usual length. */
    static EmbeddingModel of(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        return matcher.matches()
                ? new EmbeddingModel(matcher.group(1), Integer.parseInt(matcher.group(2)))
                : new EmbeddingModel(written, DEFAULT.dimensions);
    }

    @Override
    public String toString() {
        return name + "@" + dimensions;
    }
}
