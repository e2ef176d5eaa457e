package io.leadscore.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What was predicted of each case and what came, and what can be said of that. An empty or one-sided set of cases gives
 * NaN where a measure has no meaning. Immutable.
 *
 * @param probabilities 0 to 1 each
 * @param won what came
 */
@SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of numbers, never compared
record Predictions(double[] probabilities, boolean[] won) {

    /** Probabilities are taken to be no nearer to 0 and 1, lest one surprise outweigh all else. */
    static final double EDGE = 1e-4;

    private static final int BINS = 10;

    int size() {
        return won.length;
    }

    int wins() {
        int wins = 0;
        for (boolean one : won) {
            wins += one ? 1 : 0;
        }
        return wins;
    }

    double rate() {
        return (double) wins() / size();
    }

    /** The chance that a won case was given more than a lost one, ties half: Hanley and McNeil (1982). */
    double rocAuc() {
        return new Ranking(probabilities).rocAuc(won, null);
    }

    /** Mean precision at each win, ties together: the area under the precision-recall curve. */
    double prAuc() {
        int[] order = descending();
        int wins = wins();
        double sum = 0;
        int seen = 0;
        int seenWins = 0;
        int i = 0;
        while (i < order.length) {
            int end = i;
            int winsHere = 0;
            while (end < order.length && probabilities[order[end]] == probabilities[order[i]]) {
                winsHere += won[order[end]] ? 1 : 0;
                end++;
            }
            seen += end - i;
            seenWins += winsHere;
            sum += winsHere * ((double) seenWins / seen);
            i = end;
        }
        return wins == 0 ? Double.NaN : sum / wins;
    }

    /** Mean surprise, in nats. */
    double logLoss() {
        double sum = 0;
        for (int i = 0; i < won.length; i++) {
            sum += surprise(probabilities[i], won[i]);
        }
        return sum / size();
    }

    static double surprise(double probability, boolean won) {
        double inside = Math.max(EDGE, Math.min(1 - EDGE, probability));
        return -StrictMath.log(won ? inside : 1 - inside);
    }

    /** Mean squared distance from the outcome: Brier (1950). */
    double brier() {
        double sum = 0;
        for (int i = 0; i < won.length; i++) {
            double miss = probabilities[i] - (won[i] ? 1 : 0);
            sum += miss * miss;
        }
        return sum / size();
    }

    /** The reliability table: ten bins of equal size, ascending. */
    List<ReliabilityBin> reliability() {
        int[] order = ascending();
        List<ReliabilityBin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            int from = order.length * bin / BINS;
            int to = order.length * (bin + 1) / BINS;
            double predicted = 0;
            int wins = 0;
            for (int i = from; i < to; i++) {
                predicted += probabilities[order[i]];
                wins += won[order[i]] ? 1 : 0;
            }
            if (to > from) {
                bins.add(new ReliabilityBin(to - from, predicted / (to - from), (double) wins / (to - from)));
            }
        }
        return bins;
    }

    /** The expected calibration error: mean distance of predicted from observed over the bins (Naeini et al. 2015). */
    double calibrationError() {
        return reliability().stream()
                .mapToDouble(bin -> Math.abs(bin.predicted() - bin.observed()) * bin.cases() / size())
                .sum();
    }

    /** The share of wins among the best; of equals at their edge, as many as there is room for, with their mean. */
    double precisionAt(double share) {
        int[] order = descending();
        int best = Math.max(1, (int) Math.round(share * order.length));
        double wins = 0;
        int taken = 0;
        while (taken < Math.min(best, order.length)) {
            int end = taken;
            int winsHere = 0;
            while (end < order.length && probabilities[order[end]] == probabilities[order[taken]]) {
                winsHere += won[order[end]] ? 1 : 0;
                end++;
            }
            int room = Math.min(end, best) - taken;
            wins += (double) winsHere * room / (end - taken);
            taken = end;
        }
        return size() == 0 ? Double.NaN : wins / best;
    }

    /** How many times as many wins are among the best as among as many at random. */
    double liftAt(double share) {
        return precisionAt(share) / rate();
    }

    private int[] ascending() {
        return IntStream.range(0, size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> probabilities[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int[] descending() {
        return IntStream.range(0, size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -probabilities[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
