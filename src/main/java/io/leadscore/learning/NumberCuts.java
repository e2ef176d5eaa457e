package io.leadscore.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Divides the values of a number into bands with about equally many deals each, whatever their outcome. */
final class NumberCuts {

    private static final double MIDDLE = 0.5;

    private static final int MOST_BANDS = 20;
    /** Fewer deals than that in a band say nothing. */
    private static final int DEALS_A_BAND = 20;

    private NumberCuts() {}

    /**
     * Where bands begin, ascending, but for the first. A value that alone would fill a band (no visit at all) gets one of
     * its own.
     */
    static List<Double> of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int bands = Math.min(MOST_BANDS, sorted.length / DEALS_A_BAND);
        List<Double> cuts = new ArrayList<>();
        if (bands < 2) {
            return cuts;
        }
        double full = (double) sorted.length / bands;
        double inBand = 0;
        int i = 0;
        while (i < sorted.length) {
            int end = i;
            while (end < sorted.length && sorted[end] == sorted[i]) {
                end++;
            }
            int same = end - i;
            boolean tooMuch = inBand + same > full && (same >= full || inBand >= full / 2);
            if (inBand > 0 && tooMuch) {
                cuts.add(sorted[i]);
                inBand = 0;
            }
            inBand += same;
            i = end;
        }
        return cuts;
    }

    /**
     * Where a band lies between the first and the last one, -0.5 to 0.5: by its rank, and by its numbers. The outer bands,
     * which have no end, are taken to be as wide as their neighbours.
     *
     * @param cuts where bands begin, ascending, but for the first; at least one
     */
    static double[] positions(List<Double> cuts, int band) {
        int last = cuts.size();
        double low = middle(cuts, 0);
        double width = middle(cuts, last) - low;
        return new double[] {(double) band / last - MIDDLE, width > 0 ? (middle(cuts, band) - low) / width - MIDDLE : 0
        };
    }

    private static double middle(List<Double> cuts, int band) {
        int last = cuts.size();
        if (last == 1) {
            return band;
        }
        if (band == 0) {
            return cuts.get(0) - (cuts.get(1) - cuts.get(0)) / 2;
        }
        return band == last
                ? cuts.get(last - 1) + (cuts.get(last - 1) - cuts.get(last - 2))
                : (cuts.get(band - 1) + cuts.get(band)) / 2;
    }
}
