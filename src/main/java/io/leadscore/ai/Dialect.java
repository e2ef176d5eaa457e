package io.leadscore.ai;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of OpenAI's language a server speaks. Each refusal of a parameter leads to a smaller dialect, so that there are
 * no more than six.
 *
 * @param limit how the longest answer is said
 * @param format in which form an answer is asked for
 * @param temperature whether it may be said
 * @param encoding whether vectors may be asked for in Base64
 * @param dimensions whether the length of vectors may be said
 */
record Dialect(Limit limit, Format format, boolean temperature, boolean encoding, boolean dimensions) {

    /** OpenAI's own. */
    static final Dialect FULL = new Dialect(Limit.MAX_COMPLETION_TOKENS, Format.JSON_SCHEMA, true, true, true);

    /** How the longest answer is said: never not at all, for an answer without limit has a price without limit. */
    enum Limit {
        MAX_COMPLETION_TOKENS,
        MAX_TOKENS
    }

    /** In which form an answer is asked for. */
    enum Format {
        JSON_SCHEMA,
        /** Any JSON object: the instructions say which. */
        JSON_OBJECT,
        /** Only the instructions say it. */
        TEXT
    }

    /** What a request for a completion has of what a server may not know. */
    List<Parameter> sent() {
        List<Parameter> sent = new ArrayList<>();
        sent.add(limit == Limit.MAX_TOKENS ? Parameter.MAX_TOKENS : Parameter.MAX_COMPLETION_TOKENS);
        if (format != Format.TEXT) {
            sent.add(Parameter.RESPONSE_FORMAT);
        }
        if (temperature) {
            sent.add(Parameter.TEMPERATURE);
        }
        return sent;
    }

    /** What a request for vectors has of it. */
    List<Parameter> sentForVectors() {
        List<Parameter> sent = new ArrayList<>();
        if (encoding) {
            sent.add(Parameter.ENCODING_FORMAT);
        }
        if (dimensions) {
            sent.add(Parameter.DIMENSIONS);
        }
        return sent;
    }

    /** The dialect without a parameter; null when there is none. */
    @Nullable
    Dialect without(Parameter refused) {
        return switch (refused) {
            case MAX_COMPLETION_TOKENS ->
                limit == Limit.MAX_TOKENS
                        ? null
                        : new Dialect(Limit.MAX_TOKENS, format, temperature, encoding, dimensions);
            case MAX_TOKENS -> null;
            case RESPONSE_FORMAT ->
                format == Format.TEXT
                        ? null
                        : new Dialect(
                                limit,
                                format == Format.JSON_SCHEMA ? Format.JSON_OBJECT : Format.TEXT,
                                temperature,
                                encoding,
                                dimensions);
            case TEMPERATURE -> temperature ? new Dialect(limit, format, false, encoding, dimensions) : null;
            case ENCODING_FORMAT -> encoding ? new Dialect(limit, format, temperature, false, dimensions) : null;
            case DIMENSIONS -> dimensions ? new Dialect(limit, format, temperature, encoding, false) : null;
        };
    }

    /** In words that {@link #parse} reads. */
    String text() {
        return String.join(
                " ",
                limit.name(),
                format.name(),
                String.valueOf(temperature),
                String.valueOf(encoding),
                String.valueOf(dimensions));
    }

    /** The dialect of a text; null when it is none, as one that another version wrote. */
    static @Nullable Dialect parse(String text) {
        List<String> words = Arrays.asList(text.split(" ", -1));
        try {
            return words.size() == 5
                    ? new Dialect(
                            Limit.valueOf(words.get(0)),
                            Format.valueOf(words.get(1)),
                            Boolean.parseBoolean(words.get(2)),
                            Boolean.parseBoolean(words.get(3)),
                            Boolean.parseBoolean(words.get(4)))
                    : null;
        } catch (IllegalArgumentException otherVersion) {
            return null;
        }
    }
}
