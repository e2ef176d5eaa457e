package io.leadscore.scoring;

import io.leadscore.lead.Lead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scores leads by one weight set. A score is computed from its explanation, and depends on nothing but the lead, its
 * {@code asOf} (in the profile's time steps), the weight set, and what the AI once said under the weight set's context.
 * Immutable; safe for use by several threads.
 */
public final class LeadScorer {

    /** How many steps ahead the next change is looked for; a lead is scored anew by then at the latest. */
    static final int HORIZON_STEPS = 60;

    /** After so many steps everything has decayed to nothing, whatever its half-life. */
    private static final long FAR = 100_000_000;

    private final WeightSet weights;
    private final FitInsights insights;
    private final TimeSteps steps;
    private final Slot[] slots;
    private final Rules rules;
    private final Composition composition;
    private final ProbabilityCurve curve;
    private final ScoreLine line;
    private final double likeliest;
    private final OutcomeKind outcome;
    private final @Nullable SegmentScorers segments;

    /** Scores without an AI. */
    public LeadScorer(WeightSet weights) {
        this(weights, FitInsights.NONE);
    }

    /** @param insights what the AI said under the weight set's context */
    public LeadScorer(WeightSet weights, FitInsights insights) {
        this(
                weights,
                insights,
                weights.profile().segmentsInOrder().isEmpty() ? null : new SegmentScorers(weights, insights));
    }

    /** @param segments null: all leads are scored alike */
    LeadScorer(WeightSet weights, FitInsights insights, @Nullable SegmentScorers segments) {
        this.segments = segments;
        this.weights = weights;
        this.insights = insights;
        this.steps = TimeSteps.of(weights.profile().timeStep());
        this.slots = Slot.of(weights, steps).toArray(Slot[]::new);
        this.rules = new Rules(weights, steps);
        this.curve = weights.calibration().known();
        this.line = weights.line();
        this.outcome = weights.profile().outcome().kind();
        Scale scale = weights.scale();
        Double best = scale == null ? null : scale.likeliest();
        this.likeliest = best == null ? Double.POSITIVE_INFINITY : best;
        this.composition = new Composition(
                SignalReader.signals(weights.profile()), weights.signalWeights(), weights.componentWeights());
    }

    /** The lead's score as of its instant. */
    public Score score(Lead lead) {
        if (segments == null) {
            return score(lead, null);
        }
        int segment = segments.segment(lead);
        return segments.of(segment, this).score(lead, segments.contribution(segment));
    }

    private Score score(Lead lead, @Nullable Contribution segment) {
        Evidence evidence = new Evidence(lead, weights, insights, steps);
        long now = steps.index(lead.asOf());
        double[] values = new double[slots.length];
        List<Contribution> contributions = new ArrayList<>(slots.length + 6);
        if (segment != null) {
            contributions.add(segment);
        }
        if (line.baselineHundredths() != 0) {
            contributions.add(Rules.baseline(line.baselineHundredths()));
        }
        for (int i = 0; i < slots.length; i++) {
            values[i] = slots[i].signal().value().of(evidence, now);
            contributions.add(slots[i].contribution(evidence, now, values[i]));
        }
        Contribution age = AgeReading.of(lead, outcome, steps.start(now)).contribution(curve, line, outcome);
        if (age != null) {
            contributions.add(age);
        }
        Standing standing = standing(lead, evidence, now, values);
        contributions.addAll(rules.contributions(standing));
        Instant dueAt = dueAt(lead, evidence, now, values, standing);
        return new Score(
                lead.id(),
                lead.asOf(),
                standing.points(),
                weights.priority(standing.points()),
                standing.fit(),
                weights.calibration().probability(prospect(lead, now, values)),
                standing.action(),
                new Explanation(contributions),
                dueAt,
                weights.label(),
                weights.id());
    }

    /** The points of {@link #score} alone, many times as fast: without sentences, probability and due time. */
    public int points(Lead lead) {
        return of(lead).pointsAlone(lead);
    }

    private int pointsAlone(Lead lead) {
        Evidence evidence = new Evidence(lead, weights, insights, steps);
        long now = steps.index(lead.asOf());
        double[] values = new double[slots.length];
        for (int i = 0; i < slots.length; i++) {
            values[i] = slots[i].signal().value().of(evidence, now);
        }
        return standing(lead, evidence, now, values).points();
    }

    private Standing standing(Lead lead, Evidence evidence, long now, double[] values) {
        int sum = line.baselineHundredths();
        double fit = 0;
        double fitMax = 0;
        for (int i = 0; i < slots.length; i++) {
            Signal signal = slots[i].signal();
            sum += slots[i].hundredths(values[i]);
            if (signal.component() == Component.FIT) {
                // By shares, not by points: the fit has a level even where a weight set gives it no points.
                fit += slots[i].share() * (Double.isNaN(values[i]) ? signal.neutral() : values[i]);
                fitMax += slots[i].share();
            }
        }
        AgeReading age = AgeReading.of(lead, outcome, steps.start(now));
        double aged = curve.age(age.state(), age.days());
        boolean likely = isLikely(sum - line.baselineHundredths(), aged + curve.state(age.state()));
        sum += line.ageHundredths(aged);
        int ageBand = weights.calibration().ageBand(age.state(), age.days());
        return rules.standing(evidence, lead.deals(), now, sum, (int) Math.round(100 * fit / fitMax), ageBand, likely);
    }

    /** Whether the chance is among the best, told from the signals' hundredths and what age and state add. */
    private boolean isLikely(int hundredths, double besides) {
        return likeliest != Double.POSITIVE_INFINITY
                && curve.intercept() + hundredths / (100 * line.perLogOdds()) + besides >= likeliest;
    }

    /** Whether the lead is in the queue that sales works: no customer, not unqualified, not just lost. */
    public boolean isInQueue(Lead lead) {
        Evidence evidence = new Evidence(lead, weights, insights, steps);
        return rules.place(evidence, lead.deals(), steps.index(lead.asOf())) == Place.IN_QUEUE;
    }

    /** By which the lead is scored: its segment's own weights, or the common ones. */
    private LeadScorer of(Lead lead) {
        return segments == null ? this : segments.of(segments.segment(lead), this);
    }

    /** What the lead's close probability is computed from. */
    public Prospect prospect(Lead lead) {
        return of(lead).prospectAlone(lead);
    }

    private Prospect prospectAlone(Lead lead) {
        Evidence evidence = new Evidence(lead, weights, insights, steps);
        long now = steps.index(lead.asOf());
        double[] values = new double[slots.length];
        for (int i = 0; i < slots.length; i++) {
            values[i] = slots[i].signal().value().of(evidence, now);
        }
        return prospect(lead, now, values);
    }

    private Prospect prospect(Lead lead, long now, double[] values) {
        double[] known = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            known[i] = slots[i].signal().known(values[i]);
        }
        double[] components = composition.components(known);
        AgeReading age = AgeReading.of(lead, outcome, steps.start(now));
        return new Prospect(
                composition.score(components), Arrays.stream(components).boxed().toList(), age.state(), age.days());
    }

    /**
     * The first step at which something else would be written without any new fact. Every step is looked at, up to the
     * horizon: decay is monotone, but a place in the queue and a planned meeting are not.
     */
    private @Nullable Instant dueAt(Lead lead, Evidence evidence, long now, double[] values, Standing standing) {
        double[] later = values.clone();
        for (long step = now + 1; step <= now + HORIZON_STEPS; step++) {
            if (!standingAt(lead, evidence, step, later).looksLike(standing)) {
                return steps.start(step);
            }
        }
        boolean settled = evidence.lastPlannedStep() <= now + HORIZON_STEPS
                && standingAt(lead, evidence, now + FAR, later).looksLike(standing);
        return settled ? null : steps.start(now + HORIZON_STEPS);
    }

    private Standing standingAt(Lead lead, Evidence evidence, long step, double[] values) {
        for (int i = 0; i < slots.length; i++) {
            Signal signal = slots[i].signal();
            if (signal.ages()) {
                values[i] = signal.value().of(evidence, step);
            }
        }
        return standing(lead, evidence, step, values);
    }
}
