package io.leadscore.recalibration;

import io.leadscore.lead.Lead;
import io.leadscore.learning.DealSource.WithoutDeal;
import io.leadscore.learning.Impact;
import io.leadscore.learning.StateLevels;
import io.leadscore.ledger.FitAnswers;
import io.leadscore.ledger.Mirror;
import io.leadscore.scoring.LeadScorer;
import io.leadscore.scoring.Score;
import io.leadscore.scoring.Thresholds;
import io.leadscore.scoring.WeightSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Scores the leads of today by other weights, to see what these do to them; writes nothing. Thread-safe. */
public final class LeadSurvey {

    private static final int MOST_POINTS = 100;

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
     * What one look at all leads found.
     *
     * @param levelled the other weights, with a close probability that holds for leads without an open deal, too
     * @param impact what the first of them does to the leads
     */
    record Looked(List<WeightSet> levelled, Impact impact) {}

    /**
     * Looks at all leads once.
     *
     * @param others one or more
     * @param counted how many contacts without an open deal were won some time ago
     */
    Looked look(WeightSet today, List<WeightSet> others, WithoutDeal counted) {
        LeadScorer before = scorer(today);
        List<LeadScorer> scorers = others.stream().map(this::scorer).toList();
        List<StateLevels> levels = others.stream()
                .map(other -> new StateLevels(other.calibration()))
                .toList();
        Impact.Builder impact = new Impact.Builder();
        forEachLead(lead -> {
            impact.add(before.score(lead), scorers.get(0).score(lead));
            if (!isOpen(lead)) {
                for (int i = 0; i < scorers.size(); i++) {
                    levels.get(i).add(scorers.get(i).prospect(lead));
                }
            }
        });
        List<WeightSet> levelled = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            WeightSet other = others.get(i);
            levelled.add(
                    other.calibration().enoughData()
                            ? other.withCalibration(levels.get(i).found(counted))
                            : other);
        }
        return new Looked(levelled, impact.build());
    }

    private static boolean isOpen(Lead lead) {
        return lead.deals().stream().anyMatch(deal -> !deal.isClosed());
    }

    /** The weights with thresholds that follow what sales can take, where the profile asks for that. */
    WeightSet fitted(WeightSet weights) {
        Thresholds thresholds = weights.profile().thresholds();
        if (!thresholds.followCapacity()) {
            return weights;
        }
        LeadScorer scorer = scorer(weights);
        long[] leadsByPoints = new long[MOST_POINTS + 1];
        forEachLead(lead -> leadsByPoints[scorer.score(lead).points()]++);
        return weights.withThresholds(thresholds.fitted(leadsByPoints));
    }

    /** What becomes of the leads of today. */
    public Impact impact(WeightSet today, WeightSet other) {
        LeadScorer before = scorer(today);
        LeadScorer after = scorer(other);
        Impact.Builder impact = new Impact.Builder();
        forEachLead(lead -> {
            Score score = before.score(lead);
            impact.add(score, after.score(lead));
        });
        return impact.build();
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
