package io.leadscore.ledger;

import io.leadscore.scoring.Contribution;
import io.leadscore.scoring.NextBestAction;
import io.leadscore.scoring.Priority;
import io.leadscore.scoring.Score;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** The append-only history of scores: compact, for a weight set turns signal values into a score again. Thread-safe. */
final class ScoreHistory {

    private static final TypeReference<LinkedHashMap<String, @Nullable Double>> SIGNALS = new TypeReference<>() {};

    private static final String INSERT = Dialect.insert(
            "score_history",
            List.of(
                    "portal_id",
                    "contact_id",
                    "scored_at",
                    "execution_id",
                    "points",
                    "priority",
                    "fit",
                    "probability",
                    "probability_known",
                    "resolved_deals",
                    "action",
                    "causes",
                    "model_version",
                    "weight_set_id",
                    "signals"));

    private final Statements statements;

    ScoreHistory(Statements statements) {
        this.statements = statements;
    }

    /** Adds the scores that differ from the current ones, which are not replaced yet. */
    void append(long portalId, long executionId, List<ScoreEntry> entries) {
        Map<Long, Levels> current = current(portalId, entries);
        List<ScoreEntry> changed = entries.stream()
                .filter(entry -> !Levels.of(entry.score())
                        .equals(current.get(entry.score().contactId())))
                .toList();
        statements.batch(INSERT, changed, (entry, to) -> {
            Score score = entry.score();
            to.number(portalId)
                    .number(score.contactId())
                    .instant(entry.scoredAt())
                    .number(executionId);
            ScoreRows.bindLevels(score, to);
            to.text(entry.causes().stream().sorted().map(Cause::name).collect(Collectors.joining(",")))
                    .text(score.modelVersion())
                    .number(score.weightSetId())
                    .text(JsonText.of(signals(score)));
        });
    }

    List<HistoryEntry> of(long portalId, long contactId, int limit) {
        return statements.query(
                "SELECT scored_at, execution_id, points, priority, fit, probability, probability_known, resolved_deals,"
                        + " action, causes, model_version, weight_set_id, signals FROM score_history"
                        + " WHERE portal_id = ? AND contact_id = ? ORDER BY sequence DESC LIMIT ?",
                to -> to.number(portalId).number(contactId).number(limit),
                ScoreHistory::read);
    }

    private Map<Long, Levels> current(long portalId, List<ScoreEntry> entries) {
        Map<Long, Levels> current = new HashMap<>();
        statements.found(
                "SELECT s.contact_id, s.contact_id, s.points, s.priority, s.fit, s.probability, s.action, s.weight_set_id FROM "
                        + Statements.IDS + " LEFT JOIN score s ON s.portal_id = ? AND s.contact_id = k.id",
                to -> to.ids(entries.stream()
                                .map(entry -> entry.score().contactId())
                                .toList())
                        .number(portalId),
                row -> current.put(
                        row.number(),
                        new Levels(
                                row.count(),
                                row.constant(Priority.class),
                                row.constant(Priority.class),
                                row.decimal(),
                                row.constant(NextBestAction.class),
                                row.number())));
        return current;
    }

    private static HistoryEntry read(Row row) throws SQLException {
        return new HistoryEntry(
                row.instant(),
                row.number(),
                row.count(),
                row.constant(Priority.class),
                row.constant(Priority.class),
                ScoreRows.readProbability(row),
                row.constant(NextBestAction.class),
                causes(row.text()),
                row.text(),
                row.number(),
                JsonText.read(row.text(), SIGNALS));
    }

    private static Set<Cause> causes(String names) {
        return names.isEmpty()
                ? EnumSet.noneOf(Cause.class)
                : Arrays.stream(names.split(",")).map(Cause::valueOf).collect(Collectors.toSet());
    }

    private static Map<String, @Nullable Double> signals(Score score) {
        Map<String, @Nullable Double> signals = new LinkedHashMap<>();
        for (Contribution contribution : score.explanation().contributions()) {
            if (contribution.component() != null) {
                signals.put(contribution.signal(), contribution.value());
            }
        }
        return signals;
    }

    private record Levels(
            int points, Priority priority, Priority fit, double percent, NextBestAction action, long weightSetId) {

        static Levels of(Score score) {
            return new Levels(
                    score.points(),
                    score.priority(),
                    score.fit(),
                    score.probability().percent(),
                    score.action(),
                    score.weightSetId());
        }
    }
}
