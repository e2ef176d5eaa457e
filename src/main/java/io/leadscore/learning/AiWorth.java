package io.leadscore.learning;

import io.leadscore.learning.AiEvaluation.Foretold;
import io.leadscore.learning.AiEvaluation.Worth;
import io.leadscore.scoring.BuiltIn;
import io.leadscore.scoring.RulesAlone;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.SignalKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Asks closed deals what the AI is worth. Only deals count whose lead it sees: what it is told was learnt from earlier ones.
 *
 * <p>Both models know every signal by itself, so that the AI gains nothing by telling what another signal says already. What
 * it adds enters as its distance from what the rules say, with a coefficient of 0 or more, as in a score: an AI that repeats
 * the rules, or is worse than chance, leaves the two models the same. Deals of companies that were learnt from are not
 * judged, for what is peculiar to a company would pass for what the AI knows.
 */
final class AiWorth {

    static final int LEAST_SEEN = 200;
    static final int LEAST_OF_EACH = 30;

    /** So many deals, and so many of each outcome, it takes in either half. */
    private static final int LEAST_IN_HALF = 80;

    private static final int LEAST_OF_EACH_IN_HALF = 10;

    /** Slopes of the AI are believed to be not much larger than 3, in log odds for a full signal. */
    private static final double SLOPES = 0.1;

    private final PromotionRule rule;
    private final long seed;
    private final RulesAlone rulesAlone;
    private final int[] ai;
    private final int[] others;

    AiWorth(ScoringProfile profile, List<SignalKey> signals, PromotionRule rule, long seed) {
        this.rule = rule;
        this.seed = seed;
        this.rulesAlone = new RulesAlone(profile);
        this.ai = IntStream.range(0, signals.size())
                .filter(i -> BuiltIn.isAi(signals.get(i).name()))
                .toArray();
        this.others = IntStream.range(0, signals.size())
                .filter(i -> !BuiltIn.isAi(signals.get(i).name()))
                .toArray();
    }

    /** @param examples in order of time */
    AiEvaluation evaluate(List<Example> examples) {
        List<Example> seen = examples.stream().filter(Example::seen).toList();
        int won = wins(seen);
        if (!isEnough(seen)) {
            return AiEvaluation.notEnough(seen.size(), won);
        }
        // Half to learn and half to judge finds no less than other shares, and lets less chance through.
        List<Example> fitted = seen.subList(0, seen.size() / 2);
        List<Example> judged = strangers(fitted, seen.subList(seen.size() / 2, seen.size()));
        return speaks(judged) && speaks(fitted)
                ? judge(fitted, judged, seen.size(), won)
                : AiEvaluation.notEnough(seen.size(), won);
    }

    /** Whether so many deals can say anything of the AI. */
    static boolean isEnough(List<Example> seen) {
        int won = wins(seen);
        return seen.size() >= LEAST_SEEN && won >= LEAST_OF_EACH && seen.size() - won >= LEAST_OF_EACH;
    }

    private AiEvaluation judge(List<Example> fitted, List<Example> judged, int seen, int seenWon) {
        boolean[] fittedWon = won(fitted);
        boolean[] won = won(judged);
        double[][] rows = rows(fitted, false);
        double strength = ForwardChain.strength(rows, fittedWon, this::without);
        LogisticFit without = LogisticFit.of(rows, fittedWon, without(strength));
        LogisticFit with = LogisticFit.of(rows(fitted, true), fittedWon, with(strength));
        double[] aloneForetold = foretold(without, rows(judged, false), won);
        double[] withForetold =
                isWorthItsCoefficients(with, without, fitted) ? foretold(with, rows(judged, true), won) : aloneForetold;
        long[] groups = judged.stream().mapToLong(Example::group).toArray();
        PairedBootstrap bootstrap = new PairedBootstrap(won, groups, rule.draws(), seed);
        Difference saved = bootstrap.logLossSaved(withForetold, aloneForetold);
        boolean adds = saved.value() > 0 && saved.sureness() >= rule.likelihood();
        return new AiEvaluation(
                adds ? Worth.ADDS : Worth.ADDS_NOTHING,
                seen,
                seenWon,
                judged.size(),
                wins(judged),
                judged.get(0).asOf(),
                new Foretold(bootstrap.rocAuc(aloneForetold), bootstrap.logLoss(aloneForetold)),
                new Foretold(bootstrap.rocAuc(withForetold), bootstrap.logLoss(withForetold)),
                bootstrap.rocAuc(withForetold, aloneForetold),
                saved);
    }

    /**
     * Whether the earlier deals themselves speak for the AI: by Akaike's criterion (1974), each of its coefficients must save
     * a nat. Chance has to come by twice then.
     */
    private boolean isWorthItsCoefficients(LogisticFit with, LogisticFit without, List<Example> fitted) {
        double saved = 0;
        for (Example one : fitted) {
            saved += Predictions.surprise(without.probability(row(one.candidate(), false)), one.won())
                    - Predictions.surprise(with.probability(row(one.candidate(), true)), one.won());
        }
        long taken = IntStream.rangeClosed(1, ai.length)
                .filter(i -> with.coefficients()[i] > 0)
                .count();
        return taken > 0 && saved > taken;
    }

    /** Centred on the rate of the deals that are judged, as both would be: of the level the AI says nothing. */
    private static double[] foretold(LogisticFit fit, double[][] rows, boolean[] won) {
        double[] logOdds = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            logOdds[i] = fit.logOdds(rows[i]);
        }
        return Level.centred(logOdds, new Predictions(logOdds, won).rate());
    }

    private Prior without(double strength) {
        return ridge(0, strength);
    }

    private Prior with(double strength) {
        return ridge(ai.length, strength).boundFirst(ai.length);
    }

    private Prior ridge(int first, double strength) {
        Prior prior = Prior.nothing(first + others.length, false);
        for (int i = 1; i <= first + others.length; i++) {
            prior.near(i, 0, i <= first ? SLOPES : strength);
        }
        return prior;
    }

    private double[][] rows(List<Example> examples, boolean withAi) {
        return examples.stream().map(one -> row(one.candidate(), withAi)).toArray(double[][]::new);
    }

    private double[] row(double[] values, boolean withAi) {
        double[] alone = rulesAlone.of(values);
        int first = withAi ? ai.length : 0;
        double[] row = new double[first + others.length];
        for (int i = 0; i < first; i++) {
            row[i] = values[ai[i]] - alone[ai[i]];
        }
        for (int i = 0; i < others.length; i++) {
            row[first + i] = values[others[i]];
        }
        return row;
    }

    private static List<Example> strangers(List<Example> known, List<Example> others) {
        Set<Long> groups = new HashSet<>();
        known.forEach(one -> groups.add(one.group()));
        List<Example> strangers = new ArrayList<>(others);
        strangers.removeIf(one -> groups.contains(one.group()));
        return strangers;
    }

    private static boolean speaks(List<Example> examples) {
        int wins = wins(examples);
        return examples.size() >= LEAST_IN_HALF
                && wins >= LEAST_OF_EACH_IN_HALF
                && examples.size() - wins >= LEAST_OF_EACH_IN_HALF;
    }

    private static int wins(List<Example> examples) {
        return (int) examples.stream().filter(Example::won).count();
    }

    static boolean[] won(List<Example> examples) {
        boolean[] won = new boolean[examples.size()];
        for (int i = 0; i < won.length; i++) {
            won[i] = examples.get(i).won();
        }
        return won;
    }
}
