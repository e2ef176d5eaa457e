package io.leadscore.learning;

import io.leadscore.learning.LevelIndex.Level;
import io.leadscore.scoring.CohortScheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks at deals as rows of one regression: what signals say, of facts what the profile says; how high in their range numbers
 * are; which cohorts a lead is in; the deal's age; the period. Immutable.
 */
final class JointRows {

    /** Cohorts of a fact that fewer looks are in have the profile's word. */
    private static final int LEAST_LOOKS = 5;

    /** Of a fact with more cohorts, the largest are learnt. */
    private static final int MOST_COHORTS = 80;

    /** On how many lines a number's bands lie. */
    private static final int LINES = 2;

    private final LevelIndex index;
    private final int[] members;
    private final int[] factOf;
    private final int[] columnOf;
    private final int[] lineOf;
    private final double[][] positions;
    private final int lines;
    private final int cohorts;
    private final int periods;
    private final int[][] columns;
    private final Rows rows;
    private final boolean[] won;
    private final double[] weights;

    /**
     * @param members the signals that are learnt, by their index
     * @param cuts of numbers, by dimension
     * @param looks deal by deal
     */
    JointRows(LevelIndex index, int[] members, Map<String, List<Double>> cuts, List<Snapshot> looks) {
        this.index = index;
        this.members = members;
        this.factOf = new int[members.length];
        Set<Integer> learnt = new HashSet<>();
        for (int k = 0; k < members.length; k++) {
            factOf[k] = index.factOf(members[k]);
            if (factOf[k] >= 0) {
                learnt.add(factOf[k]);
            }
        }
        this.positions = new double[index.levels().size()][];
        this.lineOf = new int[index.facts().size()];
        this.lines = positions(cuts, learnt);
        this.columnOf = columns(looks, learnt);
        this.cohorts =
                (int) Arrays.stream(columnOf).filter(column -> column >= 0).count();
        this.periods = looks.stream().mapToInt(Snapshot::period).max().orElse(0);
        this.won = new boolean[looks.size()];
        double[][] values = new double[looks.size()][];
        this.columns = new int[values.length][];
        double[] row = new double[size()];
        for (int n = 0; n < values.length; n++) {
            Arrays.fill(row, 0);
            fill(row, looks.get(n));
            int[] filled = new int[row.length];
            int known = 0;
            for (int i = 0; i < row.length; i++) {
                if (row[i] != 0) {
                    filled[known++] = i;
                }
            }
            columns[n] = Arrays.copyOf(filled, known);
            values[n] = new double[known];
            for (int i = 0; i < known; i++) {
                values[n][i] = row[filled[i]];
            }
            won[n] = looks.get(n).won();
        }
        this.rows = new Rows(values, columns);
        this.weights = weights(looks);
    }

    Rows rows() {
        return rows;
    }

    boolean[] won() {
        return won;
    }

    /** All looks at a deal together are worth one deal: they have one outcome. */
    double[] weights() {
        return weights;
    }

    /** How many coefficients there are, without the intercept. */
    int size() {
        return members.length + lines + cohorts + Ages.count() - 1 + periods;
    }

    /** The fact that a member reads; -1: none. */
    int factOf(int member) {
        return factOf[member];
    }

    int lines() {
        return lines;
    }

    int cohorts() {
        return cohorts;
    }

    /** The coefficient of a line, the intercept being 0. */
    int line(int line) {
        return 1 + members.length + line;
    }

    /** The coefficient of a cohort; 0: it has none. */
    int coefficient(int level) {
        return columnOf[level] < 0 ? 0 : 1 + columnOf[level];
    }

    /** What the line of a cohort's fact says of it. */
    double onLine(int level, double[] coefficients) {
        int line = lineOf[index.levels().get(level).fact()];
        double[] at = positions[level];
        double sum = 0;
        for (int i = 0; line >= 0 && i < at.length; i++) {
            sum += coefficients[line(line + i)] * at[i];
        }
        return sum;
    }

    /** Whether a member is not the same in all looks. */
    boolean varies(int member) {
        double first = Double.NaN;
        for (int n = 0; n < won.length; n++) {
            int at = Arrays.binarySearch(columns[n], member);
            double value = at < 0 ? 0 : rows.values()[n][at];
            if (n > 0 && value != first) {
                return true;
            }
            first = value;
        }
        return false;
    }

    /** Where bands lie: by their rank, and by their numbers, for what grows with the one may not grow with the other. */
    private int positions(Map<String, List<Double>> cuts, Set<Integer> learnt) {
        Map<String, double[]> at = new HashMap<>();
        int count = 0;
        for (int fact = 0; fact < lineOf.length; fact++) {
            List<Double> of = cuts.getOrDefault(index.facts().get(fact).dimension(), List.of());
            lineOf[fact] = -1;
            if (!of.isEmpty() && learnt.contains(fact)) {
                lineOf[fact] = count;
                count += LINES;
                for (int band = 0; band <= of.size(); band++) {
                    at.put(fact + " " + CohortScheme.band(band), NumberCuts.positions(of, band));
                }
            }
        }
        for (int id = 0; id < positions.length; id++) {
            Level level = index.levels().get(id);
            positions[id] = at.getOrDefault(level.fact() + " " + level.cohort(), new double[0]);
        }
        return count;
    }

    private int[] columns(List<Snapshot> looks, Set<Integer> learnt) {
        int[] counts = new int[positions.length];
        looks.forEach(look -> {
            for (int id : look.levels().ids()) {
                counts[id]++;
            }
        });
        int[] columns = new int[counts.length];
        Arrays.fill(columns, -1);
        int next = members.length + lines;
        for (int fact = 0; fact < lineOf.length; fact++) {
            int of = fact;
            List<Integer> largest = new ArrayList<>();
            for (int id = 0; id < counts.length; id++) {
                if (index.levels().get(id).fact() == of && counts[id] >= LEAST_LOOKS && learnt.contains(of)) {
                    largest.add(id);
                }
            }
            largest.sort(Comparator.comparingInt((Integer id) -> -counts[id]));
            for (int id : largest.subList(0, Math.min(MOST_COHORTS, largest.size()))) {
                columns[id] = next++;
            }
        }
        return columns;
    }

    private void fill(double[] row, Snapshot look) {
        Levels levels = look.levels();
        for (int k = 0; k < members.length; k++) {
            row[k] = factOf[k] < 0 ? look.values()[members[k]] : levels.word(factOf[k]);
        }
        for (int i = 0; i < levels.ids().length; i++) {
            int id = levels.ids()[i];
            int line = lineOf[index.levels().get(id).fact()];
            for (int on = 0; line >= 0 && on < positions[id].length; on++) {
                row[members.length + line + on] += levels.shares()[i] * positions[id][on];
            }
            if (columnOf[id] >= 0) {
                row[columnOf[id]] += levels.shares()[i];
            }
        }
        int besides = members.length + lines + cohorts;
        if (look.age() > 0) {
            row[besides + look.age() - 1] = 1;
        }
        if (look.period() > 0) {
            row[besides + Ages.count() - 2 + look.period()] = 1;
        }
    }

    private static double[] weights(List<Snapshot> looks) {
        double[] weights = new double[looks.size()];
        int first = 0;
        for (int n = 1; n <= weights.length; n++) {
            if (n == weights.length || !looks.get(n).isOfSameDeal(looks.get(first))) {
                Arrays.fill(weights, first, n, 1.0 / (n - first));
                first = n;
            }
        }
        return weights;
    }
}
