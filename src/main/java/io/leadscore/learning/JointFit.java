package io.leadscore.learning;

import io.leadscore.learning.LevelIndex.Level;
import io.leadscore.scoring.Effects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Learns what signals count and what the cohorts of facts add to the odds, all of them at once: one logistic regression.
 * Signals count 0 or more, and are expected to count what they count now. A fact's cohorts are expected to add what the
 * profile says of them, as much as its word proves to be worth, and those of a number besides to lie on a line. How far they
 * are apart from that the looks themselves tell, by the evidence for each spread (MacKay 1992): facts that say nothing end up
 * flat.
 */
final class JointFit {

    private static final int ROUNDS = 12;

    /** Spreads are found once none moves by more than a tenth. */
    private static final double SETTLED = 0.1;

    private static final double ROUGH_STEP = 1e-2;
    private static final double SMALL_STEP = 1e-7;

    /** Of ages and periods little is believed. */
    private static final double FREE = 0.1;

    /** Where the search for spreads begins: from where looks still decide, else all would seem to say nothing. */
    private static final Tightness START = new Tightness(3, 1, new double[0]);

    private static final double START_FACT = 3;

    /** Signals are believed to count what they do now no less, and no more, than that. */
    private static final double LEAST_SIGNALS = 0.3;

    private static final double MOST_SIGNALS = 100;

    /** Before anything is seen, cohorts' spread is believed to be small: a hundredth in variance, seen once. */
    private static final double SEEN = 1;

    private static final double SPREAD = 0.01;

    private final LevelIndex index;
    private final int[] members;
    private final double[] centre;
    private final JointRows rows;
    private final boolean[] varying;
    private final double[] meanDeclared;

    /** What each cohort is expected to add besides the profile's word. */
    private final double[] expected;

    private final Map<String, Effects> like;

    /**
     * What was learnt.
     *
     * @param counts what each member adds to the log odds from 0 to 1; of a fact, what the profile's word does
     * @param effects by dimension
     * @param tightness how far apart coefficients are
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Found(double[] counts, Map<String, Effects> effects, Tightness tightness) {}

    /**
     * @param members the signals that are learnt, by their index
     * @param centre what each of them counts now, in log odds from 0 to 1
     * @param cuts of numbers, by dimension
     * @param looks deal by deal
     */
    JointFit(LevelIndex index, int[] members, double[] centre, Map<String, List<Double>> cuts, List<Snapshot> looks) {
        this(index, members, centre, Map.of(), cuts, looks);
    }

    /**
     * Expects what was learnt elsewhere, and learns how far it is otherwise here.
     *
     * @param like what cohorts add elsewhere, by dimension; those that are not in it are expected to add nothing
     */
    JointFit(
            LevelIndex index,
            int[] members,
            double[] centre,
            Map<String, Effects> like,
            Map<String, List<Double>> cuts,
            List<Snapshot> looks) {
        this.index = index;
        this.members = members;
        this.centre = centre;
        this.rows = new JointRows(index, members, cuts, looks);
        this.varying = new boolean[members.length];
        for (int k = 0; k < varying.length; k++) {
            varying[k] = rows.varies(k);
        }
        this.meanDeclared = meanDeclared(looks);
        this.like = like;
        this.expected = new double[meanDeclared.length];
        for (int id = 0; id < expected.length; id++) {
            Level level = index.levels().get(id);
            Effects effects = like.get(index.facts().get(level.fact()).dimension());
            Double logOdds = elsewhere(level);
            expected[id] = effects == null || logOdds == null ? 0 : logOdds - effects.declared() * meanDeclared[id];
        }
    }

    private @Nullable Double elsewhere(Level level) {
        Effects effects = like.get(index.facts().get(level.fact()).dimension());
        return effects == null ? null : effects.logOdds().get(level.cohort());
    }

    /** @param known how far apart coefficients are; null: that is to be found */
    Found learn(@Nullable Tightness known) {
        Tightness tightness = known == null ? start() : known;
        double @Nullable [] at = null;
        for (int round = 0; known == null && round < ROUNDS; round++) {
            NewtonSearch search = search(tightness, at);
            at = search.found(ROUGH_STEP);
            Tightness next = renewed(tightness, at, search.covariance());
            boolean settled = isNear(next, tightness);
            tightness = next;
            if (settled) {
                break;
            }
        }
        double[] coefficients = search(tightness, at).found(SMALL_STEP);
        return new Found(Arrays.copyOfRange(coefficients, 1, 1 + members.length), effects(coefficients), tightness);
    }

    private NewtonSearch search(Tightness tightness, double @Nullable [] from) {
        Prior prior = prior(tightness);
        return from == null
                ? new NewtonSearch(rows.rows(), rows.won(), rows.weights(), prior)
                : new NewtonSearch(rows.rows(), rows.won(), rows.weights(), prior, from.clone());
    }

    private Tightness start() {
        double[] facts = new double[index.facts().size()];
        Arrays.fill(facts, START_FACT);
        return new Tightness(START.signals(), START.lines(), facts);
    }

    private Prior prior(Tightness tightness) {
        Prior prior = Prior.nothing(rows.size(), false).boundFirst(members.length);
        for (int k = 0; k < members.length; k++) {
            prior.near(1 + k, centre[k], tightness.signals());
        }
        for (int line = 0; line < rows.lines(); line++) {
            prior.near(rows.line(line), 0, tightness.lines());
        }
        for (int id = 0; id < index.levels().size(); id++) {
            if (rows.coefficient(id) > 0) {
                prior.near(
                        rows.coefficient(id),
                        expected[id],
                        tightness.facts()[index.levels().get(id).fact()]);
            }
        }
        for (int i = 1 + members.length + rows.lines() + rows.cohorts(); i <= rows.size(); i++) {
            prior.near(i, 0, FREE);
        }
        return prior;
    }

    private Tightness renewed(Tightness before, double[] at, double[][] covariance) {
        Spread signals = new Spread(before.signals());
        for (int k = 0; k < members.length; k++) {
            if (varying[k] && covariance[1 + k][1 + k] > 0) {
                signals.add(at[1 + k] - centre[k], covariance[1 + k][1 + k]);
            }
        }
        Spread lines = new Spread(before.lines());
        for (int line = 0; line < rows.lines(); line++) {
            lines.add(at[rows.line(line)], covariance[rows.line(line)][rows.line(line)]);
        }
        List<Spread> facts = new ArrayList<>();
        for (double one : before.facts()) {
            facts.add(new Spread(one));
        }
        for (int id = 0; id < index.levels().size(); id++) {
            int i = rows.coefficient(id);
            if (i > 0) {
                facts.get(index.levels().get(id).fact()).add(at[i] - expected[id], covariance[i][i]);
            }
        }
        return new Tightness(
                Math.max(LEAST_SIGNALS, Math.min(MOST_SIGNALS, signals.precision())),
                lines.precision(),
                facts.stream().mapToDouble(Spread::precision).toArray());
    }

    private static boolean isNear(Tightness one, Tightness other) {
        boolean near = isNear(one.signals(), other.signals()) && isNear(one.lines(), other.lines());
        for (int fact = 0; fact < one.facts().length; fact++) {
            near &= isNear(one.facts()[fact], other.facts()[fact]);
        }
        return near;
    }

    private static boolean isNear(double one, double other) {
        return Math.abs(one - other) <= SETTLED * other;
    }

    private Map<String, Effects> effects(double[] coefficients) {
        Map<String, Effects> effects = new LinkedHashMap<>();
        for (int k = 0; k < members.length; k++) {
            int fact = rows.factOf(k);
            if (fact < 0) {
                continue;
            }
            double declared = coefficients[1 + k];
            Map<String, Double> logOdds = new LinkedHashMap<>();
            for (int id = 0; id < index.levels().size(); id++) {
                Level level = index.levels().get(id);
                if (level.fact() == fact && rows.coefficient(id) > 0) {
                    logOdds.put(
                            level.cohort(),
                            declared * meanDeclared[id]
                                    + rows.onLine(id, coefficients)
                                    + coefficients[rows.coefficient(id)]);
                } else if (level.fact() == fact) {
                    Double other = elsewhere(level);
                    if (other != null) {
                        logOdds.put(level.cohort(), other);
                    }
                }
            }
            effects.put(index.facts().get(fact).dimension(), new Effects(logOdds, declared));
        }
        return effects;
    }

    /** What the profile says of each cohort in the mean, from the middle. */
    private double[] meanDeclared(List<Snapshot> looks) {
        double[] sums = new double[index.levels().size()];
        int[] counts = new int[sums.length];
        for (Snapshot look : looks) {
            for (int id : look.levels().ids()) {
                sums[id] += look.levels().word(index.levels().get(id).fact());
                counts[id]++;
            }
        }
        for (int id = 0; id < sums.length; id++) {
            sums[id] /= Math.max(1, counts[id]);
        }
        return sums;
    }

    /** How far apart coefficients of one kind are. */
    private static final class Spread {

        private final double before;
        private double known = SEEN;
        private double squares = SPREAD;

        Spread(double before) {
            this.before = before;
        }

        void add(double off, double variance) {
            known += Math.max(0, 1 - before * variance);
            squares += off * off;
        }

        double precision() {
            return known / squares;
        }
    }
}
