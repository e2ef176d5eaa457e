package io.leadscore.ledger;

import io.leadscore.ledger.Answered.Outcome;
import io.leadscore.scoring.Criterion;
import io.leadscore.scoring.FitAnalysis;
import io.leadscore.scoring.FitInsights;
import io.leadscore.scoring.Judgement;
import io.leadscore.scoring.WeightSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * What the AI said of fit profiles, kept for good. Joins the caller's transaction. Thread-safe; a profile is answered by
 * one process at a time.
 */
public final class FitAnswers {

    private static final TypeReference<EnumMap<Criterion, Judgement>> JUDGEMENTS = new TypeReference<>() {};

    private static final List<String> KEY = List.of("portal_id", "ideal_version", "prompt_version", "model", "profile");

    private static final String SAME = "portal_id = ? AND ideal_version = ? AND prompt_version = ? AND model = ?";

    private static final String JOINED =
            " LEFT JOIN fit_answer a ON a.portal_id = ? AND a.ideal_version = ? AND a.prompt_version = ?"
                    + " AND a.model = ? AND a.profile = k.id";

    /** How long a profile rests after each failure; the last holds for all that follow. */
    private static final List<Duration> RESTS =
            List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24), Duration.ofDays(7));

    private final Statements statements;
    private final FitVectors vectors;
    private final String upsert;

    FitAnswers(Statements statements) {
        this.statements = statements;
        this.vectors = new FitVectors(statements);
        this.upsert = statements
                .dialect()
                .upsert(
                        "fit_answer",
                        KEY,
                        List.of(
                                "portal_id",
                                "ideal_version",
                                "prompt_version",
                                "model",
                                "profile",
                                "outcome",
                                "answered_by",
                                "judgements",
                                "attempts",
                                "answered_at",
                                "retry_at"));
    }

    /** What is known under a weight set: read at first use, and as it was then from there on. */
    public FitInsights insights(long portalId, WeightSet weights) {
        return weights.ai() == null ? FitInsights.NONE : new KnownInsights(this, vectors, portalId, weights);
    }

    /** Which of these profiles need not be asked about: those that are answered, and those that rest after a failure. */
    public Set<String> answered(long portalId, AnswerKey key, Collection<String> profiles, Instant now) {
        Set<String> answered = new HashSet<>();
        for (List<String> portion : Statements.portions(profiles)) {
            answered.addAll(statements.found(
                    "SELECT a.portal_id, a.profile FROM " + Statements.KEYS + JOINED
                            + " WHERE a.profile IS NOT NULL AND (a.outcome = '" + Outcome.ANSWERED
                            + "' OR a.retry_at > ?)",
                    to -> bind(portalId, key, to.texts(portion)).instant(now),
                    Row::text));
        }
        return answered;
    }

    /** Remembers what came of asking; who was not answered rests for an hour, then 6, 24, and 7 days each time. */
    public void record(long portalId, AnswerKey key, Collection<Answered> answers, Instant at) {
        Map<String, Long> before = attempts(
                portalId, key, answers.stream().map(one -> one.profile().key()).toList());
        statements.batch(upsert, answers, (answer, to) -> {
            FitAnalysis analysis = answer.analysis();
            String profile = answer.profile().key();
            long attempts = before.getOrDefault(profile, 0L) + 1;
            bind(portalId, key, to)
                    .text(profile)
                    .constant(answer.outcome())
                    .text(analysis == null ? null : analysis.model())
                    .text(analysis == null ? null : JsonText.of(new EnumMap<>(analysis.judgements())))
                    .number(attempts)
                    .instant(at)
                    .instant(analysis == null ? at.plus(rest(attempts)) : null);
        });
        statements.mustLast();
    }

    /** How many profiles are answered. */
    public long count(long portalId, AnswerKey key) {
        return statements.number(
                "SELECT COUNT(*) FROM fit_answer WHERE " + SAME + " AND outcome = '" + Outcome.ANSWERED + "'",
                to -> bind(portalId, key, to));
    }

    /** Everything that came of asking, by profile; the analysis is null where it is no answer. */
    Map<String, Known> all(long portalId, AnswerKey key) {
        Map<String, Known> all = new HashMap<>();
        statements.query(
                "SELECT profile, outcome, answered_by, judgements FROM fit_answer WHERE " + SAME,
                to -> bind(portalId, key, to),
                row -> all.put(row.text(), read(row)));
        return all;
    }

    /** What came of asking, without the profile. */
    record Known(Outcome outcome, @Nullable FitAnalysis analysis) {}

    private static Known read(Row row) throws SQLException {
        Outcome outcome = row.constant(Outcome.class);
        String model = row.textOrNull();
        String judgements = row.textOrNull();
        return new Known(
                outcome,
                model == null || judgements == null
                        ? null
                        : new FitAnalysis(model, JsonText.read(judgements, JUDGEMENTS)));
    }

    private Map<String, Long> attempts(long portalId, AnswerKey key, Collection<String> profiles) {
        Map<String, Long> attempts = new HashMap<>();
        statements.found(
                "SELECT a.portal_id, a.profile, a.attempts FROM " + Statements.KEYS + JOINED,
                to -> bind(portalId, key, to.texts(profiles)),
                row -> attempts.put(row.text(), row.number()));
        return attempts;
    }

    private static Duration rest(long attempts) {
        return RESTS.get((int) Math.min(attempts, RESTS.size()) - 1);
    }

    private static Parameters bind(long portalId, AnswerKey key, Parameters to) throws SQLException {
        return to.number(portalId)
                .text(key.idealVersion())
                .text(key.promptVersion())
                .text(key.model());
    }
}
