package io.leadscore.learning;

import io.leadscore.scoring.SignalKey;
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
        Means then = new Means(weights, before);
        double[] ages = new double[Ages.count()];
        List<Snapshot> open =
                today.stream().filter(one -> then.knows(one.age())).toList();
        if (open.size() < LEAST_DEALS) {
            return null;
        }
        open.forEach(one -> ages[one.age()]++);
        double level = then.level();
        double expected = then.chance(ages);
        double sum = 0;
        double squares = 0;
        for (Snapshot one : open) {
            double chance = LogisticFit.probability(
                    weights.span() * weights.observed(one).score() + level);
            sum += chance;
            squares += chance * chance;
        }
        double mean = sum / open.size();
        double error = Math.sqrt(Math.max(0, squares / open.size() - mean * mean) / open.size());
        boolean near = mean > FAR * expected && mean < expected / FAR;
        if (near || Math.abs(mean - expected) < SURE * error) {
            return null;
        }
        return new Shift(
                mean,
                expected,
                signal(weights.signals(), then.values(ages), means(weights, open), mean < expected, declared));
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
    private static double[] means(LearntWeights weights, List<Snapshot> looks) {
        double[] sums = new double[weights.signals().size()];
        double[] worth = weights.worth();
        for (Snapshot look : looks) {
            double[] values = weights.values(look.candidateValues(), look.levels());
            for (int i = 0; i < sums.length; i++) {
                sums[i] += worth[i] * values[i] / looks.size();
            }
        }
        return sums;
    }

    /** Looks of each age as weights see them. */
    private static final class Means {

        private final double[] counts = new double[Ages.count()];
        private final double[] chances = new double[Ages.count()];
        private final double[][] values = new double[Ages.count()][];
        private final double level;

        Means(LearntWeights weights, List<Snapshot> looks) {
            double[] odds = new double[looks.size()];
            double[] worth = weights.worth();
            double won = 0;
            for (int n = 0; n < odds.length; n++) {
                Snapshot look = looks.get(n);
                odds[n] = weights.span() * weights.observed(look).score();
                won += look.won() ? 1 : 0;
            }
            this.level = odds.length == 0 ? 0 : Level.of(odds, won / odds.length);
            for (int n = 0; n < odds.length; n++) {
                Snapshot look = looks.get(n);
                int age = look.age();
                if (values[age] == null) {
                    values[age] = new double[worth.length];
                }
                double[] read = weights.values(look.candidateValues(), look.levels());
                for (int i = 0; i < worth.length; i++) {
                    values[age][i] += worth[i] * read[i];
                }
                counts[age]++;
                chances[age] += LogisticFit.probability(odds[n] + level);
            }
        }

        boolean knows(int age) {
            return counts[age] > 0;
        }

        double level() {
            return level;
        }

        /** The mean chance of as many of each age. */
        double chance(double[] ages) {
            double sum = 0;
            double all = 0;
            for (int age = 0; age < ages.length; age++) {
                if (ages[age] > 0) {
                    sum += ages[age] * chances[age] / counts[age];
                    all += ages[age];
                }
            }
            return sum / all;
        }

        /** What each signal adds in the mean of as many of each age. */
        double[] values(double[] ages) {
            double[] means = new double[0];
            double all = 0;
            for (int age = 0; age < ages.length; age++) {
                if (ages[age] > 0) {
                    means = means.length == 0 ? new double[values[age].length] : means;
                    for (int i = 0; i < means.length; i++) {
                        means[i] += ages[age] * values[age][i] / counts[age];
                    }
                    all += ages[age];
                }
            }
            for (int i = 0; i < means.length; i++) {
                means[i] /= all;
            }
            return means;
        }
    }
}
