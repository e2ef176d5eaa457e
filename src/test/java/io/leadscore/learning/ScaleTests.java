package io.leadscore.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leadscore.scoring.NextBestAction;
import io.leadscore.scoring.Priority;
import io.leadscore.scoring.Scale;
import io.leadscore.scoring.Score;
import io.leadscore.scoring.Thresholds;
import io.leadscore.scoring.WeightSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What points mean once the outcome is learnt. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScaleTests {

    private static final World.Settings USUAL = World.Settings.usual(2_000);

    private LevelTrial trial;

    @BeforeAll
    void learn() {
        trial = LevelTrial.of("usual", new World(3, USUAL), new World(1_003, USUAL));
    }

    @Test
    void someLeadsAreHighAndTheyWinFarMoreOften() {
        assertThat(trial.high()).isBetween(1.0, 10.0);
        assertThat(trial.highRate()).isGreaterThan(2 * trial.scores().rate());
        assertThat(trial.medium()).isBetween(10.0, 60.0);
    }

    @Test
    void theScoreRanksAsTheChanceDoes() {
        assertThat(trial.scores().rocAuc()).isCloseTo(trial.chances().rocAuc(), within(0.005));
        assertThat(trial.scores().rocAuc()).isGreaterThan(trial.reference().rocAuc() - 0.04);
    }

    @Test
    void whoIsLikelierHasNoLowerScore() {
        List<Score> ascending = trial.leads().stream()
                .sorted(Comparator.comparingDouble(score -> score.probability().percent()))
                .toList();
        int highest = 0;
        for (Score score : ascending) {
            // Both are rounded, and so is each contribution.
            assertThat(score.points()).isGreaterThanOrEqualTo(highest - 2);
            highest = Math.max(highest, score.points());
        }
    }

    @Test
    void nobodyOfTheBestChancesIsNurtured() {
        List<Score> best = trial.leads().stream()
                .sorted(Comparator.comparingDouble(
                        (Score score) -> -score.probability().percent()))
                .limit(50)
                .toList();

        assertThat(best).noneMatch(score -> score.action() == NextBestAction.NURTURE);
        assertThat(best).noneMatch(score -> score.priority() == Priority.LOW);
    }

    @Test
    void eightyPointsAreAMultipleOfTheOddsOfFifty() {
        Scale scale = Objects.requireNonNull(trial.weights().scale());

        assertThat(scale.basis()).isEqualTo(Scale.Basis.ODDS);
        assertThat(scale.timesTheOdds()).isGreaterThanOrEqualTo(2);
        assertThat(scale.points(scale.medium())).isEqualTo(50);
        assertThat(scale.points(scale.high())).isEqualTo(80);
        assertThat(scale.spread().fit()).isGreaterThan(scale.spread().outcome());
    }

    @Test
    void aKeptScaleMeansTheSame() {
        Scale before = Objects.requireNonNull(trial.weights().scale());
        List<Foretold> others = LevelTrial.foretold(trial.weights(), new World(2_003, USUAL));

        Scale kept = Objects.requireNonNull(new ScaleLearner(trial.weights(), others).learn(before));

        assertThat(kept.medium()).isEqualTo(before.medium());
        assertThat(kept.high()).isEqualTo(before.high());
    }

    @Test
    void whereNothingPredictsNothingIsStretched() {
        World.Settings noise = World.Settings.usual(2_000).withEffect(0).fast();

        LevelTrial nothing = LevelTrial.of("noise", new World(1, noise), new World(77, noise));

        assertThat(nothing.high()).isLessThan(2);
        assertThat(Objects.requireNonNull(nothing.weights().scale()).sentence(thresholds(nothing.weights())))
                .contains("priorities carry no information");
        assertThat(nothing.chances().rocAuc()).isBetween(0.45, 0.55);
    }

    @Test
    void beforeAnythingIsLearntPointsAreSharesOfTheLeads() {
        World few = new World(2, World.Settings.usual(100));
        World leads = new World(4, USUAL);
        WeightSet initial = few.initial();
        WeightSet scaled = initial.withScale(LevelTrial.scale(initial, leads));

        LevelTrial shares = LevelTrial.of("few", scaled, false, few, leads);

        assertThat(Objects.requireNonNull(scaled.scale()).basis()).isEqualTo(Scale.Basis.SHARE_OF_LEADS);
        assertThat(shares.high()).isBetween(1.0, 7.0);
        assertThat(shares.high() + shares.medium()).isBetween(20.0, 35.0);
    }

    @Test
    void fewLeadsKeepThePlainPoints() {
        WeightSet initial = new World(2, World.Settings.usual(100)).initial();

        assertThat(LevelTrial.scale(initial, new World(4, World.Settings.usual(150))))
                .isNull();
    }

    private static Thresholds thresholds(WeightSet weights) {
        return Objects.requireNonNull(weights.thresholds());
    }
}
