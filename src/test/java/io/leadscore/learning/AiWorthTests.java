package io.leadscore.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.leadscore.learning.AiEvaluation.Worth;
import io.leadscore.scoring.FitInsights;
import io.leadscore.scoring.WeightSet;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What an AI is found to be worth, where it is known what it knows. */
class AiWorthTests {

    private static final World.Settings SETTINGS = World.Settings.usual(900);

    @Test
    void anAiThatKnowsAdds() {
        assertThat(adding(4, 1, world -> world.knowing(0.9))).isGreaterThanOrEqualTo(3);
    }

    @Test
    void anAiThatKnowsNothingAddsNothing() {
        assertThat(adding(8, 0.5, world -> world.guessing(true))).isLessThanOrEqualTo(1);
    }

    @Test
    void saysHowMuchItAdds() {
        AiWorld world = new AiWorld(2, SETTINGS, 1.5);

        AiEvaluation evaluation = evaluate(world, world.knowing(0.95));

        assertThat(evaluation.worth()).isEqualTo(Worth.ADDS);
        assertThat(evaluation.seen()).isBetween(350, 450);
        assertThat(evaluation.judged()).isEqualTo(evaluation.seen() / 2);
        Difference saved = Objects.requireNonNull(evaluation.logLossSaved());
        AiEvaluation.Foretold with = Objects.requireNonNull(evaluation.with());
        AiEvaluation.Foretold without = Objects.requireNonNull(evaluation.without());
        assertThat(saved.low()).isLessThan(saved.value());
        assertThat(saved.value())
                .isCloseTo(without.logLoss().value() - with.logLoss().value(), offset(1e-9));
        assertThat(with.rocAuc().value()).isGreaterThan(without.rocAuc().value());
        assertThat(evaluation.sentence()).startsWith("The AI helps: on ");
    }

    @Test
    void anAiThatRepeatsTheRulesAddsNothingAtAll() {
        AiEvaluation evaluation = evaluate(new AiWorld(2, SETTINGS, 1), AiWorld.unsure());

        assertThat(evaluation.worth()).isEqualTo(Worth.ADDS_NOTHING);
        assertThat(Objects.requireNonNull(evaluation.logLossSaved()).value()).isZero();
        assertThat(Objects.requireNonNull(evaluation.rocAuc()).value()).isZero();
    }

    @Test
    void anAiThatIsWrongEveryTimeIsNotTurnedAround() {
        AiWorld world = new AiWorld(2, SETTINGS, 1);

        AiEvaluation evaluation = evaluate(world, world.knowing(-0.9));

        assertThat(evaluation.worth()).isEqualTo(Worth.ADDS_NOTHING);
        assertThat(Objects.requireNonNull(evaluation.logLossSaved()).value()).isZero();
    }

    @Test
    void whatIsKnownOfDealsThatTheAiLearntFromDoesNotHelpIt() {
        int adding = adding(
                4,
                0.5,
                world -> world.leaking(
                        Objects.requireNonNull(world.weights().ai()).until()));

        assertThat(adding).isLessThanOrEqualTo(1);
    }

    @Test
    void anAiThatLearntFromAllDealsIsNotSeen() {
        AiWorld world = new AiWorld(2, SETTINGS, 1);

        AiEvaluation evaluation = world.evaluate(world.weights(World.NOW), world.leaking(World.NOW));

        assertThat(evaluation.worth()).isEqualTo(Worth.NOT_ENOUGH);
        assertThat(evaluation.seen()).isZero();
        assertThat(evaluation.without()).isNull();
        assertThat(evaluation.sentence()).contains("cannot be told yet");
    }

    @Test
    void fewDealsAreNotEnough() {
        AiWorld world = new AiWorld(2, World.Settings.usual(300), 2);

        assertThat(evaluate(world, world.knowing(1)).worth()).isEqualTo(Worth.NOT_ENOUGH);
    }

    @Test
    void companiesThatWereLearntFromAreNotJudged() {
        AiWorld world = new AiWorld(2, World.Settings.usual(1_800).withDealsACompany(6), 1);
        WeightSet weights = world.weights(Instant.EPOCH);

        AiEvaluation evaluation = world.evaluate(weights, world.knowing(0.9));

        assertThat(evaluation.judged()).isPositive().isLessThan(evaluation.seen() / 2);
    }

    private static int adding(int worlds, double effect, Function<AiWorld, FitInsights> ai) {
        int adding = 0;
        for (int seed = 1; seed <= worlds; seed++) {
            AiWorld world = new AiWorld(seed, SETTINGS, effect);
            adding += evaluate(world, ai.apply(world)).worth() == Worth.ADDS ? 1 : 0;
        }
        return adding;
    }

    private static AiEvaluation evaluate(AiWorld world, FitInsights ai) {
        return world.evaluate(world.weights(), ai);
    }
}
