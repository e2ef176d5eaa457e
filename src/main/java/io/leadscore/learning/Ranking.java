package io.leadscore.learning;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Cases in the order of what is predicted, sorted once so that many resamples can be measured. Immutable. */
final class Ranking {

    private final double[] predicted;
    private final int[] order;

    Ranking(double[] predicted) {
        this.predicted = predicted;
        this.order = IntStream.range(0, predicted.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> predicted[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * The area under the ROC curve; NaN without cases of both kinds.
     *
     * @param times how often each case counts; null: once each
     */
    double rocAuc(boolean[] won, double @Nullable [] times) {
        double above = 0;
        double losses = 0;
        double wins = 0;
        int i = 0;
        while (i < order.length) {
            int end = i;
            double winsHere = 0;
            double lossesHere = 0;
            while (end < order.length && predicted[order[end]] == predicted[order[i]]) {
                double count = times == null ? 1 : times[order[end]];
                if (won[order[end]]) {
                    winsHere += count;
                } else {
                    lossesHere += count;
                }
                end++;
            }
            above += winsHere * (losses + lossesHere / 2);
            wins += winsHere;
            losses += lossesHere;
            i = end;
        }
        return above / (wins * losses);
    }
}
