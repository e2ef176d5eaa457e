package io.leadscore.actions;

import io.leadscore.ledger.Cause;
import io.leadscore.scoring.CloseProbability;
import io.leadscore.scoring.Component;
import io.leadscore.scoring.Contribution;
import io.leadscore.scoring.Explanation;
import io.leadscore.scoring.NextBestAction;
import io.leadscore.scoring.Priority;
import io.leadscore.scoring.Score;
import io.leadscore.scoring.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Scores and rules that need no scorer and no file. */
final class SampleMoves {

    static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");
    static final Thresholds THRESHOLDS = new Thresholds(80, 50);
    static final Conditions ANY = new Conditions(EnumSet.allOf(Priority.class), Set.of(), null, null, false);

    private SampleMoves() {}

    static Score score(long contactId, int points) {
        Priority priority = THRESHOLDS.priority(points);
        return score(contactId, points, priority == Priority.HIGH ? NextBestAction.FOLLOW_UP : NextBestAction.NURTURE);
    }

    static Score score(long contactId, int points, NextBestAction action) {
        return new Score(
                contactId,
                MONDAY,
                points,
                THRESHOLDS.priority(points),
                Priority.MEDIUM,
                new CloseProbability(12.5, 8.5, 17.5, false, 17),
                action,
                new Explanation(List.of(new Contribution(
                        "meetings",
                        Component.ENGAGEMENT,
                        0.9,
                        100 * points,
                        10_000,
                        1_000,
                        "attended 2 meetings, last on 2026-11-20"))),
                null,
                "1.0-w1",
                1);
    }

    static ScoreChange change(long contactId, @Nullable Integer before, int points, Cause... causes) {
        return new ScoreChange(
                before,
                score(contactId, points),
                causes.length == 0 ? Set.of(Cause.ENGAGEMENT) : Set.of(causes),
                null,
                "DE",
                null,
                120L);
    }

    static ScoreChange owned(ScoreChange change, long ownerId) {
        return new ScoreChange(
                change.pointsBefore(),
                change.score(),
                change.causes(),
                ownerId,
                change.country(),
                change.region(),
                change.employees());
    }

    static ActionRule rule(String name, Conditions when, Step... steps) {
        return new ActionRule(name, when, ActionRule.COOL_DOWN, List.of(steps));
    }

    static ActionRule coolingDown(Duration coolDown, ActionRule rule) {
        return new ActionRule(rule.name(), rule.when(), coolDown, rule.steps());
    }

    static Step.Task task() {
        return new Step.Task(Duration.ofHours(4), Step.TaskType.CALL);
    }

    static ActionSettings settings(ActionRule... rules) {
        return ActionSettings.NONE.withRules(List.of(rules));
    }

    static ActionSettings capacity(int perOwnerAndDay, ActionSettings settings) {
        return new ActionSettings(
                settings.margin(),
                settings.enterMargin(),
                settings.massShare(),
                settings.bulkAbove(),
                perOwnerAndDay,
                settings.workingHours(),
                settings.timeBudget(),
                settings.lookAfter(),
                settings.owners(),
                settings.notifying(),
                settings.rules());
    }

    static ScoringRun run(long portalId) {
        return new ScoringRun(portalId, 7, MONDAY, 1, THRESHOLDS, false, 0, false);
    }
}
