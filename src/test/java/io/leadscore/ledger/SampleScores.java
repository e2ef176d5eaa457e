package io.leadscore.ledger;

import io.leadscore.scoring.CloseProbability;
import io.leadscore.scoring.Component;
import io.leadscore.scoring.Contribution;
import io.leadscore.scoring.Explanation;
import io.leadscore.scoring.NextBestAction;
import io.leadscore.scoring.Priority;
import io.leadscore.scoring.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Scores that need no scorer. */
final class SampleScores {

    private SampleScores() {}

    static Score score(long contactId, int points, Instant asOf) {
        return new Score(
                contactId,
                asOf,
                points,
                points >= 70 ? Priority.HIGH : points >= 40 ? Priority.MEDIUM : Priority.LOW,
                Priority.MEDIUM,
                new CloseProbability(12.5, 8.5, 17.5, false, 17),
                NextBestAction.NURTURE,
                new Explanation(List.of(
                        new Contribution(
                                "industry", Component.FIT, 0.8, points * 100 - 150, 6000, 3000, "industry fits"),
                        new Contribution("country", Component.FIT, null, 130, 260, 130, "country unknown"),
                        new Contribution("rounding", null, null, 20, 0, 0, "rounded"))),
                dueOf(asOf),
                "1.0-w1",
                1);
    }

    static Instant dueOf(Instant asOf) {
        return asOf.plus(Duration.ofHours(6));
    }
}
