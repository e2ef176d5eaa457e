package io.leadscore.learning;

import org.jspecify.annotations.Nullable;

/**
 * The features of cases: all of each, or only those that are not 0. Not copied; whoever makes them must leave them alone.
 *
 * @param values of each case
 * @param columns which features they are, ascending, from 0 on; null: all of them, in their order
 */
@SuppressWarnings("ArrayRecordComponent") // hundreds of thousands of numbers, never compared
record Rows(double[][] values, int @Nullable [][] columns) {

    int count() {
        return values.length;
    }

    /** What a case adds up to with coefficients that begin with the intercept. */
    double odds(double[] coefficients, int one) {
        double[] row = values[one];
        double odds = coefficients[0];
        if (columns == null) {
            for (int i = 0; i < row.length; i++) {
                odds += coefficients[i + 1] * row[i];
            }
            return odds;
        }
        int[] at = columns[one];
        for (int i = 0; i < row.length; i++) {
            odds += coefficients[at[i] + 1] * row[i];
        }
        return odds;
    }

    /**
     * Finds the features of a case that are not 0.
     *
     * @param into takes their columns, ascending
     * @param filled takes the values beside them
     * @return how many there are
     */
    int filled(int one, int[] into, double[] filled) {
        double[] row = values[one];
        int known = 0;
        for (int i = 0; i < row.length; i++) {
            if (row[i] != 0) {
                into[known] = columns == null ? i : columns[one][i];
                filled[known++] = row[i];
            }
        }
        return known;
    }
}
