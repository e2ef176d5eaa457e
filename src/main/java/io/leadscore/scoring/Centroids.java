package io.leadscore.scoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What won and what lost customers are like: the means of their profiles' vectors, each of length 1 (Rocchio 1971).
 *
 * @param until deals that were closed by then are in them
 * @param won the mean of won deals
 * @param lost the mean of lost deals
 * @param scale the difference of the two similarities that most deals (90 %) stay within
 * @param wonDeals how many deals are in the one
 * @param lostDeals how many deals are in the other
 */
public record Centroids(Instant until, List<Double> won, List<Double> lost, double scale, int wonDeals, int lostDeals) {

    /** Less of a difference between won and lost customers is none. */
    private static final double LEAST_SCALE = 1e-4;

    private static final double MOST_ARE_WITHIN = 0.9;

    public Centroids {
        won = List.copyOf(won);
        lost = List.copyOf(lost);
    }

    /** How much a profile is like won rather than lost customers: 0 to 1, 0.5 like either; NaN without a vector of their size. */
    public double lookAlike(float @Nullable [] vector) {
        if (vector == null || vector.length != won.size()) {
            return Signal.MISSING;
        }
        double difference = cosine(vector, won) - cosine(vector, lost);
        return 0.5 + Math.max(-1, Math.min(1, difference / scale)) / 2;
    }

    /** How alike what separates won from lost is in both, -1 to 1: the cosine between the differences of the means. */
    public double agreement(Centroids other) {
        if (other.won.size() != won.size()) {
            return 0;
        }
        double[] one = differences();
        double[] two = other.differences();
        double dot = 0;
        double lengths = length(one) * length(two);
        for (int i = 0; i < one.length; i++) {
            dot += one[i] * two[i];
        }
        return lengths == 0 ? 0 : dot / lengths;
    }

    private double[] differences() {
        double[] differences = new double[won.size()];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = won.get(i) - lost.get(i);
        }
        return differences;
    }

    private static double cosine(float[] vector, List<Double> mean) {
        double dot = 0;
        double ofVector = 0;
        double ofMean = 0;
        for (int i = 0; i < vector.length; i++) {
            double there = mean.get(i);
            dot += vector[i] * there;
            ofVector += vector[i] * vector[i];
            ofMean += there * there;
        }
        return ofVector == 0 || ofMean == 0 ? 0 : dot / StrictMath.sqrt(ofVector * ofMean);
    }

    private static double length(double[] vector) {
        double sum = 0;
        for (double value : vector) {
            sum += value * value;
        }
        return StrictMath.sqrt(sum);
    }

    /** Adds up vectors of closed deals. Not safe for use by several threads. */
    public static final class Builder {

        /** The scale is taken from so many deals. */
        private static final int SAMPLE = 5_000;

        private final Instant until;
        private final List<float[]> sample = new ArrayList<>();
        private double[] wonSum = new double[0];
        private double[] lostSum = new double[0];
        private int wonDeals;
        private int lostDeals;

        /** @param until no deal that was closed later is added */
        public Builder(Instant until) {
            this.until = until;
        }

        /** Adds a deal by its profile's vector. */
        public void add(float[] vector, boolean won) {
            if (wonSum.length == 0) {
                wonSum = new double[vector.length];
                lostSum = new double[vector.length];
            }
            double[] sum = won ? wonSum : lostSum;
            if (vector.length != sum.length) {
                return;
            }
            double length = 0;
            for (float value : vector) {
                length += value * value;
            }
            for (int i = 0; i < sum.length; i++) {
                sum[i] += length == 0 ? 0 : vector[i] / StrictMath.sqrt(length);
            }
            wonDeals += won ? 1 : 0;
            lostDeals += won ? 0 : 1;
            if (sample.size() < SAMPLE) {
                sample.add(vector);
            }
        }

        /**
         * The centroids.
         *
         * @param least so many deals of either kind it takes
         * @return null when there are fewer
         */
        public @Nullable Centroids build(int least) {
            if (wonDeals < least || lostDeals < least) {
                return null;
            }
            List<Double> won = mean(wonSum, wonDeals);
            List<Double> lost = mean(lostSum, lostDeals);
            double[] differences = sample.stream()
                    .mapToDouble(vector -> Math.abs(cosine(vector, won) - cosine(vector, lost)))
                    .toArray();
            Arrays.sort(differences);
            double scale = differences[(int) (MOST_ARE_WITHIN * (differences.length - 1))];
            return new Centroids(until, won, lost, Math.max(LEAST_SCALE, scale), wonDeals, lostDeals);
        }

        private static List<Double> mean(double[] sum, int count) {
            return Arrays.stream(sum).map(value -> value / count).boxed().toList();
        }
    }
}
