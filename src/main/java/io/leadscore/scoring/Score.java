package io.leadscore.scoring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An explained score of one lead.
 *
 * @param contactId the lead's contact
 * @param asOf when it holds
 * @param points 0 to 100: the explanation's sum
 * @param priority by the profile's thresholds
 * @param fit level of the fit alone, by the same thresholds
 * @param probability chance of winning within the horizon
 * @param action what to do next
 * @param explanation what it is made of
 * @param dueAt the next instant at which, without new facts, it has to be computed again: when points, fit, action or place
 *     in the queue change, or at the latest 60 time steps on; null when time changes nothing any more
 * @param modelVersion the weight set's label
 * @param weightSetId the weight set's id
 */
public record Score(
        long contactId,
        Instant asOf,
        int points,
        Priority priority,
        Priority fit,
        CloseProbability probability,
        NextBestAction action,
        Explanation explanation,
        @Nullable Instant dueAt,
        String modelVersion,
        long weightSetId) {

    public Score {
        Check.require(points >= 0 && points <= 100, "points must be between 0 and 100, not " + points);
        Check.require(
                explanation.hundredths() == 100 * points,
                "the explanation sums to " + explanation.hundredths() + " hundredths, the score to " + points);
    }

    /** The text of {@code ai_score_reasons}. */
    public String reasons() {
        return explanation.reasons(probability);
    }

    /** The same score, to be looked at again by this instant at the latest. */
    public Score dueBy(Instant instant) {
        Instant earlier = dueAt == null || instant.isBefore(dueAt) ? instant : dueAt;
        return new Score(
                contactId,
                asOf,
                points,
                priority,
                fit,
                probability,
                action,
                explanation,
                earlier,
                modelVersion,
                weightSetId);
    }
}
