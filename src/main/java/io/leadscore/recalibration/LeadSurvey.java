package io.leadscore.recalibration;

import io.leadscore.lead.Lead;
import io.leadscore.learning.DealSource.WithoutDeal;
import io.leadscore.learning.Impact;
import io.leadscore.learning.SegmentLeads;
import io.leadscore.learning.TodaysLeads;
import io.leadscore.ledger.FitAnswers;
import io.leadscore.ledger.Mirror;
import io.leadscore.scoring.LeadScorer;
import io.leadscore.scoring.WeightSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Scores the leads of today by other weights, to see what these do to them; writes nothing. Thread-safe. */
public final class LeadSurvey {

    private final Mirror mirror;
    private final FitAnswers answers;
    private final long portalId;
    private final Instant now;
    private final LongConsumer progress;

    /**
     * A survey of an account's leads.
     *
     * @param answers what the AI said; nobody is asked
     * @param now as of when leads are scored
     * @param progress told how many leads were looked at
     */
    public LeadSurvey(Mirror mirror, FitAnswers answers, long portalId, Instant now, LongConsumer progress) {
        this.mirror = mirror;
        this.answers = answers;
        this.portalId = portalId;
        this.now = now;
        this.progress = progress;
    }

    /**
     * What a look at all leads found.
     *
     * @param scaled the other weights, with a close probability that holds for leads without an open deal, too, and a scale
     * @param impact what the first of them does to the leads
     * @param segments how many leads are of which segment
     */
    record Looked(List<WeightSet> scaled, Impact impact, SegmentLeads segments) {}

    /**
     * Looks at all leads twice: to level chances and draw scales, then to see what comes of it.
     *
     * @param others one or more
     * @param counted how many contacts without an open deal were won some time ago
     * @param keepsScale whether the scale of today stays as long as it serves, by index of the others
     */
    Looked look(WeightSet today, List<WeightSet> others, WithoutDeal counted, List<Boolean> keepsScale) {
        List<TodaysLeads> read = others.stream()
                .map(other -> new TodaysLeads(other, answers.insights(portalId, other)))
                .toList();
        forEachLead(lead -> read.forEach(one -> one.add(lead)));
        List<WeightSet> scaled = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            scaled.add(read.get(i).levelledAndScaled(counted, keepsScale.get(i) ? today.scale() : null));
        }
        return new Looked(scaled, impact(today, scaled.get(0)), read.get(0).segments());
    }

    /** What becomes of the leads of today. */
    public Impact impact(WeightSet today, WeightSet other) {
        LeadScorer before = scorer(today);
        LeadScorer after = scorer(other);
        Impact.Builder impact = new Impact.Builder();
        forEachLead(lead -> {
            int points = before.points(lead);
            int others = after.points(lead);
            impact.add(points, today.priority(points), others, other.priority(others));
        });
        return impact.build();
    }

    /** How many leads in the queue are of which segment of a profile. */
    SegmentLeads segments(WeightSet weights) {
        LeadScorer scorer = scorer(weights);
        SegmentLeads.Builder counted = new SegmentLeads.Builder(weights.profile());
        forEachLead(lead -> {
            if (scorer.isInQueue(lead)) {
                counted.add(lead);
            }
        });
        return counted.build();
    }

    private LeadScorer scorer(WeightSet weights) {
        return new LeadScorer(weights, answers.insights(portalId, weights));
    }

    private void forEachLead(Consumer<Lead> consumer) {
        long[] seen = new long[1];
        mirror.forEachContactPage(portalId, ids -> {
            mirror.leads(portalId, ids, now).forEach(consumer);
            seen[0] += ids.size();
            progress.accept(seen[0]);
        });
    }
}
