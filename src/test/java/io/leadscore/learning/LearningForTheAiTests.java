package io.leadscore.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.lead.DealHistory;
import io.leadscore.lead.Outcome;
import io.leadscore.lead.StaticFacts;
import io.leadscore.scoring.Centroids;
import io.leadscore.scoring.ClosedDeal;
import io.leadscore.scoring.FitProfile;
import io.leadscore.scoring.IdealLearner;
import io.leadscore.scoring.LearntIdeal;
import io.leadscore.scoring.ScoringProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the AI is told, and what won and lost customers are like, is learnt from the older half of the closed deals. */
class LearningForTheAiTests {

    private final AiWorld ai = new AiWorld(4, World.Settings.usual(1_000), 1);
    private final World world = ai.world();

    @Test
    void theNewerHalfOfTheClosedDealsStartsAtTheMedian() {
        Instant until = IdealLearner.until(world::forEachClosed, World.NOW);

        List<DealHistory> closed =
                world.deals().stream().filter(one -> one.deal().isClosed()).toList();
        assertThat(closed.stream()
                        .filter(one -> one.deal().createdAt().isBefore(until))
                        .count())
                .isEqualTo(closed.size() / 2);
    }

    @Test
    void whatIsMadeOrClosedLaterIsNotKnown() {
        Instant then = World.NOW.minus(Duration.ofDays(300));
        Consumer<Consumer<ClosedDeal>> closedByThen = consumer -> world.forEachClosed(closed -> {
            if (!Objects.requireNonNull(closed.deal().closedAt()).isAfter(then)) {
                consumer.accept(closed);
            }
        });

        LearntIdeal learnt = IdealLearner.learn(World.profile(), world::forEachClosed, then);

        assertThat(learnt).isEqualTo(IdealLearner.learn(World.profile(), closedByThen, then));
        assertThat(learnt.learntAt()).isEqualTo(then);
    }

    @Test
    void findsWhichLeadsAreWonMoreOften() {
        LearntIdeal learnt = IdealLearner.learn(World.profile(), world::forEachClosed, World.NOW);

        assertThat(learnt.until()).isEqualTo(IdealLearner.until(world::forEachClosed, World.NOW));
        assertThat(Objects.requireNonNull(learnt.facts().get("job_level")).wonMore())
                .contains("OWNER");
    }

    @Test
    void withoutDealsNothingIsHidden() {
        for (int deals : new int[] {0, 1, 20}) {
            World small = new AiWorld(4, World.Settings.usual(deals), 1).world();

            LearntIdeal learnt = IdealLearner.learn(World.profile(), small::forEachClosed, World.NOW);

            assertThat(learnt).isEqualTo(new LearntIdeal(World.NOW, Instant.EPOCH, Map.of()));
        }
    }

    @Test
    void customersAreThoseOfTheOlderHalf() {
        Instant until = IdealLearner.until(world::forEachClosed, World.NOW);
        Map<String, float[]> vectors = new HashMap<>();
        for (DealHistory one : world.deals()) {
            boolean newer = !one.deal().createdAt().isBefore(until);
            boolean won = one.deal().outcome() == Outcome.WON;
            vectors.put(profile(one).key(), newer ? new float[] {0, 0, 1} : new float[] {won ? 1 : 0, won ? 0 : 1, 0});
        }

        Centroids centroids = Objects.requireNonNull(CentroidLearner.learn(
                World.profile(), world, statics(), profile -> vectors.get(profile.key()), World.NOW));

        assertThat(centroids.until()).isEqualTo(until);
        assertThat(centroids.won()).containsExactly(1.0, 0.0, 0.0);
        assertThat(centroids.lost()).containsExactly(0.0, 1.0, 0.0);
        assertThat(centroids.wonDeals() + centroids.lostDeals()).isEqualTo((int) world.deals().stream()
                .filter(one -> IdealLearner.isBefore(one.deal(), until))
                .count());
    }

    @Test
    void customersOfBothHalvesAreCountedToSeeWhetherThereAreEnough() {
        Instant until = IdealLearner.until(world::forEachClosed, World.NOW);
        long wonInAll = count(Outcome.WON, World.NOW);
        long wonInOlderHalf = count(Outcome.WON, until);
        assertThat(wonInOlderHalf).isBetween(10L, wonInAll - 1);

        assertThat(learn(profileAsking(wonInAll))).isNotNull();
        assertThat(learn(profileAsking(wonInAll + 1))).isNull();
    }

    private long count(Outcome outcome, Instant until) {
        return world.deals().stream()
                .filter(one -> one.deal().outcome() == outcome && IdealLearner.isBefore(one.deal(), until))
                .count();
    }

    private @Nullable Centroids learn(ScoringProfile profile) {
        return CentroidLearner.learn(profile, world, statics(), one -> new float[] {1, 2, 3}, World.NOW);
    }

    private static ScoringProfile profileAsking(long customers) {
        JsonMapper json = JsonMapper.builder().build();
        ObjectNode tree = (ObjectNode) json.valueToTree(World.profile());
        ((ObjectNode) tree.get("ai")).put("leastCustomers", customers);
        return json.treeToValue(tree, ScoringProfile.class);
    }

    @Test
    void tooFewCustomersAreNone() {
        assertThat(CentroidLearner.learn(World.profile(), world, statics(), profile -> null, World.NOW))
                .isNull();
    }

    private static FitProfile profile(DealHistory history) {
        return CentroidLearner.profileThen(World.profile(), history, statics());
    }

    private static StaticFacts statics() {
        return RecalibrationOptions.defaults().statics();
    }
}
