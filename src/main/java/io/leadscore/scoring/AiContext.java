package io.leadscore.scoring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the AI is told and by what its answers are read: a part of a weight set, so that a lead's score stays the same
 * until one of these changes.
 *
 * @param choice which AI
 * @param learnt what is learnt of the ideal client
 * @param centroids what won and lost customers are like; null where there are too few of them
 */
public record AiContext(
        AiChoice choice, LearntIdeal learnt, @Nullable Centroids centroids) {

    /** From when on it sees no future: the close of the latest deal that it may have learnt from. */
    public Instant until() {
        return centroids == null || centroids.until().isBefore(learnt.until()) ? learnt.until() : centroids.until();
    }

    /** The same with other centroids. */
    public AiContext withCentroids(@Nullable Centroids others) {
        return new AiContext(choice, learnt, others);
    }
}
