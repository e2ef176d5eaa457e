package io.leadscore.cli;

import io.leadscore.ledger.Departure;
import io.leadscore.ledger.HistoryEntry;
import io.leadscore.ledger.StoredScore;
import io.leadscore.scoring.Contribution;
import io.leadscore.scoring.Score;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An explanation for programs. Points are decimals with two places whose sum over {@code contributions} is {@code score}
 * exactly; labels are those that HubSpot holds.
 */
record ExplanationJson(
        long portalId,
        long contactId,
        int score,
        String priority,
        String fit,
        double closeProbability,
        double probabilityLow,
        double probabilityHigh,
        boolean enoughData,
        int resolvedDeals,
        String nextBestAction,
        Instant scoredAt,
        Instant asOf,
        @Nullable Instant dueAt,
        String modelVersion,
        long weightSetId,
        long executionId,
        @Nullable Departure departure,
        List<Part> contributions,
        List<Past> history) {

    static ExplanationJson of(
            long portalId, StoredScore stored, List<HistoryEntry> history, @Nullable Departure departure) {
        Score score = stored.score();
        return new ExplanationJson(
                portalId,
                score.contactId(),
                score.points(),
                score.priority().label(),
                score.fit().label(),
                score.probability().percent(),
                score.probability().low(),
                score.probability().high(),
                score.probability().enoughData(),
                score.probability().resolvedDeals(),
                score.action().label(),
                stored.scoredAt(),
                score.asOf(),
                score.dueAt(),
                score.modelVersion(),
                score.weightSetId(),
                stored.executionId(),
                departure,
                score.explanation().contributions().stream().map(Part::of).toList(),
                history.stream().map(Past::of).toList());
    }

    /** What one signal gave; {@code value} is null when data is missing. */
    record Part(
            String signal,
            @Nullable String component,
            @Nullable Double value,
            BigDecimal points,
            BigDecimal maxPoints,
            BigDecimal neutralPoints,
            String sentence) {

        static Part of(Contribution contribution) {
            return new Part(
                    contribution.signal(),
                    contribution.component() == null
                            ? null
                            : contribution.component().name(),
                    contribution.value(),
                    BigDecimal.valueOf(contribution.hundredths(), 2),
                    BigDecimal.valueOf(contribution.maxHundredths(), 2),
                    BigDecimal.valueOf(contribution.neutralHundredths(), 2),
                    contribution.sentence());
        }
    }

    /** The score as it was. */
    record Past(
            Instant scoredAt,
            int score,
            String priority,
            String fit,
            double closeProbability,
            String nextBestAction,
            Set<?> causes,
            long executionId,
            String modelVersion) {

        static Past of(HistoryEntry entry) {
            return new Past(
                    entry.scoredAt(),
                    entry.points(),
                    entry.priority().label(),
                    entry.fit().label(),
                    entry.probability().percent(),
                    entry.action().label(),
                    entry.causes(),
                    entry.executionId(),
                    entry.modelVersion());
        }
    }
}
