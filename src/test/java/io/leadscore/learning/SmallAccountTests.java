package io.leadscore.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.scoring.FitInsights;
import io.leadscore.scoring.ProbabilityCurve.Shape;
import io.leadscore.scoring.WeightSet;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Some hundred deals: the newest slice has but a few dozen wins. */
class SmallAccountTests {

    @ParameterizedTest
    @ValueSource(longs = {10, 12})
    void theChanceRanksAsTheScoreDoes(long seed) {
        LevelTrial trial = LevelTrial.of(
                "900 deals",
                new World(seed, World.Settings.usual(900)),
                new World(seed + 1_000, World.Settings.usual(3_000)));

        assertThat(trial.promoted()).isTrue();
        assertThat(trial.chances().rocAuc()).isGreaterThan(trial.reference().rocAuc() - 0.03);
        assertThat(trial.chances().calibrationError()).isLessThan(0.06);
    }

    @Test
    void whereNothingPredictsNearlyEveryChanceIsTheRate() {
        int flat = 0;
        for (int seed = 0; seed < 10; seed++) {
            World shuffled = new World(seed, World.Settings.usual(400).fast()).shuffled(seed);
            Recalibration result = new Recalibrator(
                            RecalibrationOptions.defaults(),
                            shuffled.initial(),
                            FitInsights.NONE,
                            World.NOW,
                            phase -> {})
                    .run(shuffled);
            WeightSet candidate = Objects.requireNonNull(result.candidate());
            flat += Objects.requireNonNull(candidate.calibration().curve()).shape() == Shape.FLAT ? 1 : 0;
        }

        assertThat(flat).isGreaterThanOrEqualTo(9);
    }
}
