package io.leadscore.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.leadscore.lead.DealHistory;
import io.leadscore.lead.Lead;
import io.leadscore.lead.Outcome;
import io.leadscore.scoring.FitInsights;
import io.leadscore.scoring.LeadScorer;
import io.leadscore.scoring.Score;
import io.leadscore.scoring.WeightSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Leads whose deal has been open for some time, as most are on any day. */
class AgedDealsTests {

    private static final Duration HORIZON = Duration.ofDays(90);

    @ParameterizedTest
    @CsvSource({"-1.8, 6, 90", "-0.8, 60, 12", "-1.8, 25, 45"})
    void chancesAreRightAtAnyAgeAndScoresRankAsTheyDo(double intercept, double winDays, double lossDays) {
        World learnt = new World(3, new World.Settings(3_000, 1, intercept, 700, winDays, lossDays, 1, 0));
        World others = new World(1_003, new World.Settings(6_000, 1, intercept, 700, winDays, lossDays, 1, 0));
        Recalibration result = new Recalibrator(
                        RecalibrationOptions.defaults(), learnt.initial(), FitInsights.NONE, World.NOW, phase -> {})
                .run(learnt);
        WeightSet unscaled = Objects.requireNonNull(result.candidate());
        List<Lead> leads = new ArrayList<>();
        List<Boolean> won = new ArrayList<>();
        Random random = new Random(5);
        for (DealHistory one : others.deals()) {
            Instant at = one.deal().createdAt().plus(Duration.ofMinutes((long) (random.nextDouble() * 60 * 1_440)));
            Instant closedAt = one.deal().closedAt();
            // Of the others it is not known yet what comes.
            boolean open = at.isBefore(World.NOW.minus(HORIZON)) && (closedAt == null || at.isBefore(closedAt));
            if (open) {
                leads.add(one.lead()
                        .asOf(at, one.deal(), RecalibrationOptions.defaults().statics()));
                won.add(one.deal().outcome() == Outcome.WON && closedAt != null && !closedAt.isAfter(at.plus(HORIZON)));
            }
        }
        LeadScorer byOdds = new LeadScorer(unscaled);
        List<Foretold> foretold = leads.stream()
                .map(lead -> new Foretold(byOdds.prospect(lead), unscaled))
                .toList();
        LeadScorer scorer = new LeadScorer(unscaled.withScale(new ScaleLearner(unscaled, foretold).learn(null)));
        double[] points = new double[leads.size()];
        double[] chances = new double[points.length];
        boolean[] came = new boolean[points.length];
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            Score score = scorer.score(leads.get(i));
            points[i] = score.points();
            chances[i] = score.probability().percent() / 100;
            came[i] = won.get(i);
            sum += chances[i];
        }
        Predictions byChance = new Predictions(chances, came);

        assertThat(sum / points.length).isCloseTo(byChance.rate(), withinPercentage(15));
        assertThat(byChance.calibrationError()).isLessThan(0.06);
        assertThat(new Predictions(points, came).rocAuc()).isGreaterThan(byChance.rocAuc() - 0.01);
    }
}
