package io.leadscore.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Divides the values of a number into bands with about equally many deals each, whatever their outcome. */
final class NumberCuts {

    private static final int MOST_BANDS = 10;
    /** Fewer deals than that in a band say nothing. */
    private static final int DEALS_A_BAND = 40;

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
}
