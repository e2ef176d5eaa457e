package io.leadscore.delta;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What to do about a score property that somebody else changes again and again, most likely a workflow. */
public enum WhenOverwritten {
    /** After two times in a row theirs is left, and the report says so; a new score is written all the same. */
    LEAVE,
    /** Ours is written again each time. */
    KEEP_WRITING;

    /** The word for it in {@code jobs/delta-scoring.yml}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The one that a word means.
     *
     * @throws IllegalArgumentException when it is none of the words
     */
    public static WhenOverwritten of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("when-overwritten is " + word + ", but must be "
                        + Arrays.stream(values()).map(WhenOverwritten::word).collect(Collectors.joining(" or "))));
    }
}
