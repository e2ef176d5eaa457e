package io.leadscore.learning;

import io.leadscore.lead.DealHistory;
import io.leadscore.lead.Lead;
import io.leadscore.scoring.FitInsights;
import io.leadscore.scoring.LeadScorer;
import io.leadscore.scoring.Priority;
import io.leadscore.scoring.Scale;
import io.leadscore.scoring.Score;
import io.leadscore.scoring.WeightSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What the weekly job makes of one world, tried on the deals of another one of the same kind, each looked at on the day it
 * was made.
 *
 * @param world its name
 * @param weights what scores
 * @param promoted whether its weights were learnt
 * @param scores of the other world's leads, with what came
 * @param chances the same leads' close probabilities
 * @param reference what a logistic regression on the same columns says
 * @param high how many percent of the leads are High
 * @param medium how many are Medium
 * @param highRate the share of High leads that was won
 * @param most the highest score
 */
record LevelTrial(
        String world,
        WeightSet weights,
        boolean promoted,
        List<Score> leads,
        Predictions scores,
        Predictions chances,
        Predictions reference,
        double high,
        double medium,
        double highRate,
        int most) {

    static LevelTrial of(String name, World learnt, World judged) {
        RecalibrationOptions options = RecalibrationOptions.defaults();
        Recalibration result =
                new Recalibrator(options, learnt.initial(), FitInsights.NONE, World.NOW, phase -> {}).run(learnt);
        boolean promoted = result.verdict().decision() == Verdict.Decision.PROMOTE;
        WeightSet unscaled = Objects.requireNonNull(promoted ? result.candidate() : result.renewed());
        return of(name, unscaled.withScale(scale(unscaled, judged)), promoted, learnt, judged);
    }

    /** The scale of a world's leads, each on the day its deal was made. */
    static @Nullable Scale scale(WeightSet weights, World world) {
        return new ScaleLearner(weights, foretold(weights, world)).learn(null);
    }

    /** What a world's leads are foretold from, each on the day its deal was made. */
    static List<Foretold> foretold(WeightSet weights, World world) {
        LeadScorer scorer = new LeadScorer(weights);
        return world.deals().stream()
                .map(one -> new Foretold(scorer.prospect(lead(one)), weights))
                .toList();
    }

    static LevelTrial of(String name, WeightSet weights, boolean promoted, World learnt, World judged) {
        LeadScorer scorer = new LeadScorer(weights);
        Random random = new Random(11);
        int count = judged.deals().size();
        double[] points = new double[count];
        double[] chances = new double[count];
        boolean[] won = new boolean[count];
        List<Score> scores = new ArrayList<>();
        int high = 0;
        int medium = 0;
        int highWon = 0;
        for (int i = 0; i < count; i++) {
            DealHistory one = judged.deals().get(i);
            Score score = scorer.score(lead(one));
            scores.add(score);
            points[i] = score.points();
            chances[i] = score.probability().percent() / 100;
            won[i] = random.nextDouble() < judged.truth(one.deal().id());
            high += score.priority() == Priority.HIGH ? 1 : 0;
            medium += score.priority() == Priority.MEDIUM ? 1 : 0;
            highWon += score.priority() == Priority.HIGH && won[i] ? 1 : 0;
        }
        return new LevelTrial(
                name,
                weights,
                promoted,
                scores,
                new Predictions(points, won),
                new Predictions(chances, won),
                Reference.logistic(learnt, judged),
                100.0 * high / count,
                100.0 * medium / count,
                (double) highWon / Math.max(1, high),
                scores.stream().mapToInt(Score::points).max().orElse(0));
    }

    static Lead lead(DealHistory one) {
        return one.lead()
                .asOf(
                        one.deal().createdAt(),
                        one.deal(),
                        RecalibrationOptions.defaults().statics());
    }

    static String heading() {
        return String.format(
                "%-22s %-8s %6s %6s %6s %6s %6s %6s %6s %6s %6s %5s",
                "world", "weights", "base", "score", "chance", "logist", "loss", "rate's", "ECE", "High%", "lift",
                "most");
    }

    String row() {
        double[] base = new double[scores.size()];
        Arrays.fill(base, scores.rate());
        return String.format(
                "%-22s %-8s %6.3f %6.3f %6.3f %6.3f %6.3f %6.3f %6.3f %6.1f %6.2f %5d",
                world,
                promoted ? "learnt" : "kept",
                scores.rate(),
                scores.rocAuc(),
                chances.rocAuc(),
                reference.rocAuc(),
                chances.logLoss(),
                new Predictions(base, scores.won()).logLoss(),
                chances.calibrationError(),
                high,
                highRate / scores.rate(),
                most);
    }
}
