package io.leadscore.ledger;

import io.leadscore.scoring.Score;
import java.time.Instant;

/**
 * A contact's current score.
 *
 * @param score the score with its explanation
 * @param scoredAt when it last changed
 * @param executionId the job execution that last computed it
 */
public record StoredScore(Score score, Instant scoredAt, long executionId) {}
