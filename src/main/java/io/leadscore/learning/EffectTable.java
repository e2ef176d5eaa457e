package io.leadscore.learning;

import io.leadscore.learning.LevelIndex.Fact;
import io.leadscore.learning.LevelIndex.Level;
import io.leadscore.scoring.Effects;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the signals of facts by what their cohorts add to the odds, as the score of a weight set with these effects does. */
final class EffectTable {

    private final List<Fact> facts;
    private final List<Level> levels;
    private final double[] logOdds;
    private final double[] declared;

    /** @param effects by dimension; facts of others stay as they were read */
    EffectTable(LevelIndex index, Map<String, Effects> effects) {
        this.facts = index.facts();
        this.levels = index.levels();
        this.logOdds = new double[levels.size()];
        this.declared = new double[facts.size()];
        Arrays.fill(logOdds, Double.NaN);
        Arrays.fill(declared, Double.NaN);
        for (int fact = 0; fact < declared.length; fact++) {
            Effects of = effects.get(facts.get(fact).dimension());
            if (of != null) {
                declared[fact] = of.declared();
            }
        }
        for (int id = 0; id < logOdds.length; id++) {
            Level level = levels.get(id);
            Effects of = effects.get(facts.get(level.fact()).dimension());
            @Nullable Double one = of == null ? null : of.logOdds().get(level.cohort());
            logOdds[id] = one == null ? Double.NaN : one;
        }
    }

    /** A copy of values in which those of facts are by effects. */
    double[] values(double[] read, Levels of) {
        double[] values = read.clone();
        int next = 0;
        for (int fact = 0; fact < declared.length; fact++) {
            double sum = 0;
            double known = 0;
            while (next < of.ids().length && levels.get(of.ids()[next]).fact() == fact) {
                double one = logOdds[of.ids()[next]];
                if (!Double.isNaN(one)) {
                    sum += of.shares()[next] * one;
                    known += of.shares()[next];
                }
                next++;
            }
            if (!Double.isNaN(declared[fact])) {
                values[facts.get(fact).signal()] =
                        Effects.value(known > 0 ? sum / known : declared[fact] * of.word(fact));
            }
        }
        return values;
    }
}
