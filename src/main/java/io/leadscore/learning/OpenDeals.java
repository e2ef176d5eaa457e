package io.leadscore.learning;

import io.leadscore.scoring.SignalKey;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether weights see the deals that are open today as they saw others of the same age, of which the outcome is known by
 * now. What is written with the outcome says of those others how they ended; of open deals it says nothing yet.
 */
final class OpenDeals {

    /** A mean chance below that share of what is expected is doubted; so is one as far above. */
    private static final double FAR = 0.6;

    /** By how many standard errors at the least. */
    private static final double SURE = 4;

    private static final int LEAST_DEALS = 30;

    private final List<Snapshot> before;
    private final List<Snapshot> today;

    /**
     * @param before looks at deals, at all ages
     * @param today a look at each open deal
     */
    OpenDeals(List<Snapshot> before, List<Snapshot> today) {
        this.before = before;
        this.today = today;
    }

    /**
     * Open deals that are not as others were.
     *
     * @param chance their mean chance, in [0, 1]
     * @param expected that of the others at the same ages
     * @param signal the name of the declared signal by which most of it comes; null: it comes by none
     */
    record Shift(double chance, double expected, @Nullable String signal) {

        String sentence() {
            return "Open deals would have a mean chance of " + percent(chance) + ", others of the same age had "
                    + percent(expected) + ", as if outcomes had written what they are told by";
        }

        private static String percent(double chance) {
            return Math.round(1_000 * chance) / 10.0 + " %";
        }
    }

    /**
     * How these weights see them; null: as the others.
     *
     * @param declared names of the signals of the account's own properties
     */
    @Nullable
    Shift seenBy(LearntWeights weights, Set<String> declared) {
        double[] known = ages(before);
        List<Snapshot> open = today.stream().filter(one -> known[one.age()] > 0).toList();
        if (open.size() < LEAST_DEALS) {
            return null;
        }
        double[] odds = odds(weights, before);
        double level = Level.of(odds, before.stream().filter(Snapshot::won).count() / (double) odds.length);
        double[] shares = shares(before, ages(open));
        double expected = 0;
        for (int n = 0; n < odds.length; n++) {
            expected += shares[n] * LogisticFit.probability(odds[n] + level);
        }
        double sum = 0;
        double squares = 0;
        for (double one : odds(weights, open)) {
            double chance = LogisticFit.probability(one + level);
            sum += chance;
            squares += chance * chance;
        }
        double mean = sum / open.size();
        double error = Math.sqrt(Math.max(0, squares / open.size() - mean * mean) / open.size());
        boolean near = mean > FAR * expected && mean < expected / FAR;
        if (near || Math.abs(mean - expected) < SURE * error) {
            return null;
        }
        double[] then = means(weights, before, shares);
        double[] now = means(weights, open, shares(open, ages(open)));
        return new Shift(mean, expected, signal(weights.signals(), then, now, mean < expected, declared));
    }

    private static double[] odds(LearntWeights weights, List<Snapshot> looks) {
        return looks.stream()
                .mapToDouble(one -> weights.span() * weights.observed(one).score())
                .toArray();
    }

    /** How many are of each age. */
    private static double[] ages(List<Snapshot> looks) {
        double[] ages = new double[Ages.count()];
        looks.forEach(one -> ages[one.age()]++);
        return ages;
    }

    /** What share each look has of a mean over as many of each age as these. */
    private static double[] shares(List<Snapshot> looks, double[] wanted) {
        double[] ages = ages(looks);
        double all = Arrays.stream(wanted).sum();
        return looks.stream()
                .mapToDouble(one -> wanted[one.age()] / all / ages[one.age()])
                .toArray();
    }

    /** The one by which they differ most in the direction of their chance, if it makes up half of the difference. */
    private static @Nullable String signal(
            List<SignalKey> signals, double[] then, double[] now, boolean lower, Set<String> declared) {
        double all = 0;
        double most = 0;
        String name = null;
        for (int i = 0; i < then.length; i++) {
            double off = lower ? then[i] - now[i] : now[i] - then[i];
            all += Math.max(0, off);
            if (off > most && declared.contains(signals.get(i).name())) {
                most = off;
                name = signals.get(i).name();
            }
        }
        return most > all / 2 ? name : null;
    }

    /** What each signal adds to the log odds in the mean. */
    private static double[] means(LearntWeights weights, List<Snapshot> looks, double[] shares) {
        double[] worth = weights.worth();
        double[] means = new double[worth.length];
        for (int n = 0; n < shares.length; n++) {
            Snapshot look = looks.get(n);
            double[] values = weights.values(look.candidateValues(), look.levels());
            for (int i = 0; i < means.length; i++) {
                means[i] += shares[n] * worth[i] * values[i];
            }
        }
        return means;
    }
}
