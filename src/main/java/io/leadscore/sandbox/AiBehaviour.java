package io.leadscore.sandbox;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How the stand-in's model behaves when it is asked. */
public enum AiBehaviour {
    /** Judges by the ideal client it is given and knows a little of who buys. */
    INFORMED("informed"),
    /** Answers that hang on the profile's text alone, the same each time, and mean nothing. */
    NOISE("noise"),
    /** As {@link #NOISE}, but each answer to the same profile differs from the one before. */
    DRIFTING("drifting"),
    /** The message is a refusal. */
    REFUSAL("refusal"),
    /** The content is cut in the middle, though the model says that it came to its end. */
    BROKEN_JSON("broken-json"),
    /** A band outside the schema's list. */
    WRONG_SCHEMA("wrong-schema"),
    /** The last profile is missing. */
    PROFILE_MISSING("profile-missing"),
    /** The informed answer with a confidence of 0.2 everywhere. */
    LOW_CONFIDENCE("low-confidence"),
    /** The content is cut in the middle, and the model says that it ran out of tokens. */
    LENGTH("length"),
    /** The informed answer inside a Markdown fence, with words before and after. */
    FENCED("fenced"),
    /** The informed answer as a list of parts, without finish reason, refusal, usage and model. */
    SPARSE("sparse"),
    /** No content: a filter held it back. */
    CONTENT_FILTER("content-filter"),
    /** 500 with OpenAI's error body. */
    SERVER_ERROR("server-error"),
    /** 429 with the code {@code insufficient_quota}. */
    QUOTA("quota"),
    /** The call gets no answer for {@link OpenAi#hangFor}; a batch never ends. */
    HANG("hang");

    private final String code;

    AiBehaviour(String code) {
        this.code = code;
    }

    /** The word for it on the command line. */
    public String code() {
        return code;
    }

    /**
     * Reads the word for it.
     *
     * @throws IllegalArgumentException with one sentence that lists the words
     */
    public static AiBehaviour ofCode(String code) {
        return Arrays.stream(values())
                .filter(behaviour -> behaviour.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The AI behaviour \"" + code + "\" is none of "
                        + Arrays.stream(values()).map(AiBehaviour::code).collect(Collectors.joining(", ")) + "."));
    }
}
