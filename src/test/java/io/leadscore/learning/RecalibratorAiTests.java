package io.leadscore.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leadscore.learning.AiEvaluation.Worth;
import io.leadscore.scoring.AiCap;
import io.leadscore.scoring.AiContext;
import io.leadscore.scoring.Component;
import io.leadscore.scoring.FitInsights;
import io.leadscore.scoring.LearntIdeal;
import io.leadscore.scoring.SignalReader;
import io.leadscore.scoring.WeightSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the weekly job makes of the AI. */
class RecalibratorAiTests {

    private static final RecalibrationOptions OPTIONS = RecalibrationOptions.defaults();

    private final AiWorld world = new AiWorld(2, World.Settings.usual(1_200), 1.5);

    @Test
    void anAiThatAddsNothingGetsNothing() {
        Recalibration result = recalibrate(world.weights(), world.guessing(true));

        assertThat(worth(result)).isEqualTo(Worth.ADDS_NOTHING);
        assertThat(share(result.candidate())).isZero();
        assertThat(share(result.renewed())).isZero();
        assertThat(fitShares(Objects.requireNonNull(result.renewed()))).isBetween(99.999, 100.001);
        assertThat(result.assessment().notes()).anyMatch(note -> note.endsWith(" It counts for nothing."));
    }

    @Test
    void anAiThatAddsNothingIsNotLoweredTwice() {
        WeightSet without = without(world.weights());

        Recalibration result = recalibrate(without, world.guessing(true));

        assertThat(share(result.candidate())).isZero();
        if (result.renewed() != null) {
            assertThat(result.renewed().signalWeights()).isEqualTo(without.signalWeights());
        }
    }

    @Test
    void anAiThatAddsKeepsItsPlaceWithinTheCap() {
        WeightSet incumbent = world.weights();

        Recalibration result = recalibrate(incumbent, world.knowing(0.95));

        assertThat(worth(result)).isEqualTo(Worth.ADDS);
        WeightSet candidate = Objects.requireNonNull(result.candidate());
        double points = share(candidate) * candidate.componentWeights().of(Component.FIT) / 100;
        assertThat(points)
                .isGreaterThan(share(incumbent) * incumbent.componentWeights().of(Component.FIT) / 100)
                .isLessThanOrEqualTo(incumbent.profile().aiRules().cap() + 1e-9);
        if (result.renewed() != null) {
            assertThat(result.renewed().signalWeights()).isEqualTo(incumbent.signalWeights());
        }
        assertThat(result.assessment().notes()).anyMatch(note -> note.endsWith(" It counts."));
    }

    @Test
    void anAiThatWasShutOutComesBackWhenItAdds() {
        WeightSet declared = world.weights();

        Recalibration result = recalibrate(without(declared), world.knowing(0.95));

        assertThat(worth(result)).isEqualTo(Worth.ADDS);
        assertThat(share(result.candidate())).isPositive();
        WeightSet renewed = Objects.requireNonNull(result.renewed());
        declared.signalWeights()
                .forEach((signal, share) -> assertThat(renewed.signalWeights().get(signal))
                        .as(signal)
                        .isBetween(share - 1e-9, share + 1e-9));
    }

    @Test
    void whereItCannotBeToldEverythingStays() {
        WeightSet incumbent = world.weights(World.NOW);

        Recalibration result = recalibrate(incumbent, world.leaking(World.NOW));

        assertThat(worth(result)).isEqualTo(Worth.NOT_ENOUGH);
        WeightSet candidate = Objects.requireNonNull(result.candidate());
        // Fit counts more now, so that the same share of it may be more points than the cap allows.
        double most = 100
                * incumbent.profile().aiRules().cap()
                / candidate.componentWeights().of(Component.FIT);
        assertThat(share(candidate)).isCloseTo(Math.min(share(incumbent), most), within(1e-9));
        if (result.renewed() != null) {
            assertThat(result.renewed().signalWeights()).isEqualTo(incumbent.signalWeights());
        }
    }

    @Test
    void withoutAnAiNothingIsAskedAndNothingChanges() {
        WeightSet incumbent = world.world().initial();

        Recalibration result = recalibrate(incumbent, world.knowing(1));

        assertThat(result.assessment().ai()).isNull();
        assertThat(result).isEqualTo(recalibrate(incumbent, FitInsights.NONE));
    }

    @Test
    void whatTheAiIsToldAnewMakesANewWeightSet() {
        WeightSet live = world.weights();
        AiContext before = Objects.requireNonNull(live.ai());
        AiContext told = new AiContext(
                before.choice(),
                new LearntIdeal(
                        World.NOW,
                        Instant.EPOCH,
                        Map.of("industry", new LearntIdeal.Standouts(List.of("MUSIC"), List.of()))),
                null);

        Recalibration result =
                new Recalibrator(OPTIONS, live, told, FitInsights.NONE, World.NOW, phase -> {}).run(world.world());

        assertThat(Objects.requireNonNull(result.renewed()).ai()).isEqualTo(told);
        assertThat(Objects.requireNonNull(result.candidate()).ai()).isEqualTo(told);
    }

    private Recalibration recalibrate(WeightSet incumbent, FitInsights insights) {
        return new Recalibrator(OPTIONS, incumbent, insights, World.NOW, phase -> {}).run(world.world());
    }

    private static WeightSet without(WeightSet weights) {
        return weights.withSignalWeights(AiCap.without(weights.profile(), weights.signalWeights()));
    }

    private static Worth worth(Recalibration result) {
        return Objects.requireNonNull(result.assessment().ai()).worth();
    }

    private static double share(@Nullable WeightSet weights) {
        return AiCap.share(Objects.requireNonNull(weights).signalWeights());
    }

    private static double fitShares(WeightSet weights) {
        return SignalReader.signals(weights.profile()).stream()
                .filter(key -> key.component() == Component.FIT)
                .mapToDouble(key -> weights.signalWeights().getOrDefault(key.name(), 0.0))
                .sum();
    }
}
