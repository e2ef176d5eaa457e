package io.leadscore.delta;

import io.leadscore.actions.ActionRecorder;
import io.leadscore.actions.ScoreChange;
import io.leadscore.actions.ScoringRun;
import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.Lead;
import io.leadscore.lead.ObjectType;
import io.leadscore.ledger.Cause;
import io.leadscore.ledger.Touches;
import io.leadscore.ledger.Watermarks;
import io.leadscore.ledger.WrittenScore;
import io.leadscore.report.RunTally;
import io.leadscore.scoring.Score;
import io.leadscore.scoring.Thresholds;
import io.leadscore.scoring.WeightSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells the actions what was scored, in the transaction that records the scores. A lead whose update HubSpot refused sets
 * nothing off: its new priority is nowhere to be seen yet. Not thread-safe; one for each step execution.
 */
final class ActionTriggers {

    private final RunParameters run;
    private final long executionId;
    private final ActionRecorder recorder;
    private final RunWeights weights;
    private final Watermarks watermarks;
    private final Touches touches;
    private final RunTally tally;
    private @Nullable ScoringRun begun;

    ActionTriggers(
            RunParameters run,
            long executionId,
            ActionRecorder recorder,
            RunWeights weights,
            Watermarks watermarks,
            Touches touches,
            RunTally tally) {
        this.run = run;
        this.executionId = executionId;
        this.recorder = recorder;
        this.weights = weights;
        this.watermarks = watermarks;
        this.touches = touches;
        this.tally = tally;
    }

    /** Before the touches of these leads are cleared, for they say how many leads are new. */
    void record(List<ScoredLead> leads) {
        ScoringRun current = begun;
        if (current == null) {
            current = recorder.begin(beginning());
            begun = current;
        }
        List<ScoreChange> changes = new ArrayList<>();
        for (ScoredLead lead : leads) {
            Score score = lead.score();
            Lead facts = lead.lead();
            if (score != null && facts != null) {
                changes.add(change(lead, score, facts));
            }
        }
        recorder.record(current, changes).forEach(tally::add);
    }

    private ScoringRun beginning() {
        WeightSet used = weights.get();
        Thresholds thresholds = Objects.requireNonNull(used.thresholds(), "a weight set has thresholds");
        return new ScoringRun(
                run.portalId(),
                executionId,
                run.startedAt(),
                used.id(),
                thresholds,
                watermarks.get(run.portalId(), ObjectType.CONTACTS) == null,
                touches.count(run.portalId(), Cause.NEW),
                run.withActions());
    }

    private static ScoreChange change(ScoredLead scored, Score score, Lead lead) {
        ContactFacts contact = lead.contact();
        CompanyFacts company = lead.company();
        String country = company == null || company.country() == null ? contact.country() : company.country();
        WrittenScore before = scored.written();
        return new ScoreChange(
                // Whose first update HubSpot refused stood nowhere yet.
                before == null || before.properties().isEmpty() ? null : before.points(),
                score,
                scored.touched().causes(),
                contact.ownerId(),
                country,
                null,
                company == null ? null : company.employees());
    }
}
