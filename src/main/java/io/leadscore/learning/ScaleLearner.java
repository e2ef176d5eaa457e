package io.leadscore.learning;

import io.leadscore.scoring.Calibration;
import io.leadscore.scoring.Component;
import io.leadscore.scoring.ComponentWeights;
import io.leadscore.scoring.Scale;
import io.leadscore.scoring.Scale.Basis;
import io.leadscore.scoring.Thresholds;
import io.leadscore.scoring.WeightSet;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Draws the line from sums to points through the leads of today. Where the outcome is learnt, 50 points are the odds of the
 * leads' mean chance and 80 are where the best of them begin, held to a multiple of those odds; before that, both are shares
 * of the leads. Not thread-safe.
 */
final class ScaleLearner {

    /** Fewer leads are scored on the profile's own points. */
    static final int LEAST_LEADS = 200;

    /** 80 points are this many times the odds of 50, where neither best share says otherwise. */
    private static final double TIMES_THE_ODDS = 4;

    /** 80 points are never less than so many times the odds of 50. */
    private static final double LEAST_TIMES_THE_ODDS = 2;

    /** The smaller best share, as a part of the larger one: 2 % for 5 %. */
    private static final double BEST = 0.4;

    /** A scale is kept while no less and no more of the leads, in percent, are High. */
    private static final double LEAST_HIGH = 1;

    private static final double MOST_HIGH = 10;

    /** Odds that differ less say nothing; log odds' standard deviation over the leads. */
    private static final double NO_DIFFERENCE = 0.05;

    /** Sums that differ less are not stretched. */
    private static final double LEAST_GAP = 0.02;

    /** Points are rounded. */
    private static final double ROUNDED = 0.5;

    private static final double PERCENT = 100;

    private final WeightSet weights;
    private final Calibration calibration;
    private final Thresholds thresholds;
    private final List<Foretold> leads;

    /**
     * @param weights whose scale is to be found, with a close probability that holds for leads in every state
     * @param leads of today, in the queue, each by its segment's own weights or by these
     */
    ScaleLearner(WeightSet weights, List<Foretold> leads) {
        this.weights = weights;
        this.calibration = weights.calibration();
        this.thresholds = Objects.requireNonNull(weights.thresholds(), "a weight set has thresholds");
        this.leads = leads;
    }

    /**
     * The scale.
     *
     * @param before the scale that leads are scored on now, kept while it does; null: a new one
     * @return null: points are the weighted sum in percent, as there are too few leads, or too much alike
     */
    @Nullable
    Scale learn(@Nullable Scale before) {
        if (leads.size() < LEAST_LEADS) {
            return null;
        }
        double[] odds = sorted(Foretold::atEqualState);
        boolean odd = calibration.enoughData() && deviation(odds) >= NO_DIFFERENCE;
        Basis basis = odd ? Basis.ODDS : calibration.enoughData() ? Basis.NO_INFORMATION : Basis.SHARE_OF_LEADS;
        double[] values = odd ? odds : sorted(Foretold::score);
        if (before != null && before.basis() == basis && isKept(before, values)) {
            return scale(basis, before.medium(), before.high(), odd);
        }
        double high = thresholds.highShareOrUsual();
        return switch (basis) {
            case ODDS -> byOdds(values, high);
            case NO_INFORMATION -> unstretched(values, high);
            case SHARE_OF_LEADS -> byShare(values, high);
        };
    }

    private Scale byOdds(double[] odds, double high) {
        double mean =
                Arrays.stream(odds).map(LogisticFit::probability).average().orElse(0.5);
        double medium = StrictMath.log(mean / (1 - mean));
        double larger = best(odds, high) - medium;
        double smaller = best(odds, BEST * high) - medium;
        double usual = StrictMath.log(TIMES_THE_ODDS);
        double gap = larger > usual ? larger : Math.min(smaller, usual);
        return scale(Basis.ODDS, medium, medium + Math.max(gap, StrictMath.log(LEAST_TIMES_THE_ODDS)), true);
    }

    /** What says nothing is not stretched: hardly anybody is High. */
    private Scale unstretched(double[] sums, double high) {
        double mean = Arrays.stream(sums).average().orElse(0);
        double gap = (Scale.HIGH_POINTS - Scale.MEDIUM_POINTS) / PERCENT;
        return scale(Basis.NO_INFORMATION, mean, Math.max(mean + gap, best(sums, BEST * high)), false);
    }

    private @Nullable Scale byShare(double[] sums, double high) {
        double from = best(sums, high);
        double medium = best(sums, thresholds.mediumShareOrUsual());
        return from - medium < LEAST_GAP ? null : scale(Basis.SHARE_OF_LEADS, medium, from, false);
    }

    /** Where the best of ascending values begin: no more of them than the share are there or above, but for equals. */
    private static double best(double[] ascending, double percent) {
        int count = Math.max(1, (int) (percent / PERCENT * ascending.length));
        return ascending[ascending.length - count];
    }

    private boolean isKept(Scale before, double[] ascending) {
        double from = thresholds.high() - ROUNDED;
        double high = PERCENT
                * Arrays.stream(ascending)
                        .filter(value -> before.points(value) >= from)
                        .count()
                / ascending.length;
        return high >= LEAST_HIGH && high <= MOST_HIGH;
    }

    private Scale scale(Basis basis, double medium, double high, boolean byOdds) {
        return new Scale(basis, medium, high, spread(byOdds), byOdds ? likeliest() : null, leads.size());
    }

    private @Nullable Double likeliest() {
        double[] chances = sorted(Foretold::logOdds);
        double best = best(chances, PERCENT / 20);
        return best - chances[chances.length / 2] < NO_DIFFERENCE ? null : best;
    }

    /** How much of the difference between leads each component makes. */
    private ComponentWeights spread(boolean byOdds) {
        Component[] components = Component.values();
        double[] deviations = new double[components.length];
        double sum = 0;
        for (int i = 0; i < deviations.length; i++) {
            int component = i;
            boolean ages = byOdds && components[i] == Component.RECENCY;
            deviations[i] = deviation(leads.stream()
                    .mapToDouble(lead -> weight(lead, components[component], byOdds)
                                    * lead.prospect().components().get(component)
                            + (ages ? lead.age() : 0))
                    .toArray());
            sum += deviations[i];
        }
        if (!(sum > 0)) {
            return weights.componentWeights();
        }
        double all = sum;
        return ComponentWeights.ofShares(
                Arrays.stream(deviations).map(one -> one / all).toArray());
    }

    private static double weight(Foretold lead, Component component, boolean byOdds) {
        return lead.by().componentWeights().of(component)
                / PERCENT
                * (byOdds ? lead.curve().slope() : 1);
    }

    private double[] sorted(ToDoubleFunction<Foretold> value) {
        return leads.stream().mapToDouble(value).sorted().toArray();
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length);
    }
}
