package io.leadscore.ledger;

import io.leadscore.scoring.CloseProbability;
import io.leadscore.scoring.Explanation;
import io.leadscore.scoring.NextBestAction;
import io.leadscore.scoring.Priority;
import io.leadscore.scoring.Score;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How scores lie in the table of current scores. */
final class ScoreRows {

    static final List<String> COLUMNS = List.of(
            "portal_id",
            "contact_id",
            "as_of",
            "scored_at",
            "points",
            "priority",
            "fit",
            "probability",
            "probability_known",
            "resolved_deals",
            "action",
            "explanation",
            "due_at",
            "model_version",
            "weight_set_id",
            "execution_id",
            "properties",
            "hubspot_updated_at",
            "taken_back",
            "probability_low",
            "probability_high");

    /** What {@link #readStored} reads, of the alias {@code s}. */
    static final String STORED = "s.contact_id, s.as_of, s.points, s.priority, s.fit, s.probability,"
            + " s.probability_known, s.resolved_deals, s.action, s.explanation, s.due_at, s.model_version,"
            + " s.weight_set_id, s.scored_at, s.execution_id,"
            + " s.probability_low, s.probability_high";

    private ScoreRows() {}

    static void bind(long portalId, long executionId, ScoreEntry entry, Parameters to) throws SQLException {
        Score score = entry.score();
        to.number(portalId).number(score.contactId()).instant(score.asOf()).instant(entry.scoredAt());
        bindLevels(score, to);
        to.text(JsonText.of(score.explanation()))
                .instant(roundedUp(score.dueAt()))
                .text(score.modelVersion())
                .number(score.weightSetId())
                .number(executionId)
                .text(JsonText.of(new TreeMap<>(entry.properties())))
                .instant(entry.hubspotUpdatedAt())
                .number((long) entry.takenBack())
                .decimal(score.probability().low())
                .decimal(score.probability().high());
    }

    /** Points, priority, fit, probability and action: what makes one score differ from another. */
    static void bindLevels(Score score, Parameters to) throws SQLException {
        to.number(score.points())
                .constant(score.priority())
                .constant(score.fit())
                .decimal(score.probability().percent())
                .flag(score.probability().enoughData())
                .number(score.probability().resolvedDeals())
                .constant(score.action());
    }

    /** A probability whose interval was not kept. */
    static CloseProbability readProbability(Row row) throws SQLException {
        double percent = row.decimal();
        return new CloseProbability(percent, percent, percent, row.flag(), row.count());
    }

    static StoredScore readStored(Row row) throws SQLException {
        long contactId = row.number();
        Instant asOf = row.instant();
        int points = row.count();
        Priority priority = row.constant(Priority.class);
        Priority fit = row.constant(Priority.class);
        CloseProbability probability = readProbability(row);
        NextBestAction action = row.constant(NextBestAction.class);
        Explanation explanation = JsonText.read(row.text(), Explanation.class);
        Instant dueAt = row.instantOrNull();
        String modelVersion = row.text();
        long weightSetId = row.number();
        Instant scoredAt = row.instant();
        long executionId = row.number();
        Score score = new Score(
                contactId,
                asOf,
                points,
                priority,
                fit,
                within(probability, row.decimalOrNull(), row.decimalOrNull()),
                action,
                explanation,
                dueAt,
                modelVersion,
                weightSetId);
        return new StoredScore(score, scoredAt, executionId);
    }

    private static CloseProbability within(CloseProbability read, @Nullable Double low, @Nullable Double high) {
        return low == null || high == null
                ? read
                : new CloseProbability(read.percent(), low, high, read.enoughData(), read.resolvedDeals());
    }

    static WrittenScore readWritten(Row row) throws SQLException {
        return new WrittenScore(
                row.number(),
                row.count(),
                row.instant(),
                JsonText.readTexts(row.text()),
                row.instantOrNull(),
                row.count());
    }

    /** A score that is taken up a fraction of a millisecond early would be found unchanged. */
    private static @Nullable Instant roundedUp(@Nullable Instant instant) {
        return instant == null ? null : instant.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS);
    }
}
