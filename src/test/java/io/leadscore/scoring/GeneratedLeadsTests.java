package io.leadscore.scoring;

import static io.leadscore.scoring.ScoreAssertions.PROFILE;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.lead.Lead;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** What must hold of every lead, over thousands that are made up from a seed. */
class GeneratedLeadsTests {

    private static final int LEADS = 3_000;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_123);
    private final WeightSet weights = ScoreAssertions.weights(PROFILE, GeneratedLeads.cohorts(random));
    private final LeadScorer scorer = new LeadScorer(weights);

    @Test
    void everyScoreIsItsExplanation() {
        for (int i = 0; i < LEADS; i++) {
            Lead lead = GeneratedLeads.next(random).build();

            Score score = scorer.score(lead);

            ScoreAssertions.check(score, weights);
            assertThat(new LeadScorer(weights).score(lead)).isEqualTo(score);
            assertThat(score.reasons()).matches("[\\x20-\\x7e\\n]*");
        }
    }

    @Test
    void pointsAloneAreThoseOfTheScore() {
        for (int i = 0; i < LEADS; i++) {
            Lead lead = GeneratedLeads.next(random).build();

            assertThat(scorer.points(lead)).isEqualTo(scorer.score(lead).points());
        }
    }

    @Test
    void nothingChangesBeforeAScoreIsDueAndSomethingDoesThen() {
        for (int i = 0; i < LEADS; i++) {
            LeadFixture lead = GeneratedLeads.next(random);
            Score score = scorer.score(lead.build());
            Instant due = score.dueAt();
            if (due == null) {
                assertThat(written(scorer.score(lead.at(LeadFixture.NOON.plus(Duration.ofDays(2_000))))))
                        .isEqualTo(written(score));
                continue;
            }

            Score before = scorer.score(lead.at(due.minusMillis(1)));
            Score then = scorer.score(lead.at(due));

            assertThat(written(before)).isEqualTo(written(score));
            boolean atHorizon = Duration.between(score.asOf(), due).toDays() >= LeadScorer.HORIZON_STEPS - 1;
            assertThat(atHorizon || !written(then).equals(written(score)) || placeChanged(score, then))
                    .isTrue();
        }
    }

    @Test
    void timeOfDayChangesNothing() {
        for (int i = 0; i < 200; i++) {
            LeadFixture lead = GeneratedLeads.next(random);
            Score noon = scorer.score(lead.build());

            Score night = scorer.score(lead.at(LeadFixture.NOON.plus(Duration.ofHours(11))));

            assertThat(night.explanation()).isEqualTo(noon.explanation());
            assertThat(night.dueAt()).isEqualTo(noon.dueAt());
        }
    }

    private static boolean placeChanged(Score score, Score then) {
        return isOut(score) != isOut(then);
    }

    private static boolean isOut(Score score) {
        return score.explanation().contributions().stream()
                .anyMatch(contribution -> contribution.signal().equals(Rules.OUT_OF_QUEUE));
    }

    private static String written(Score score) {
        return score.points() + " " + score.priority() + " " + score.fit() + " " + score.probability() + " "
                + score.action();
    }
}
