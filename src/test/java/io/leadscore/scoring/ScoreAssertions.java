package io.leadscore.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.lead.Lead;
import io.leadscore.settings.ScoringProfileFile;
import java.time.Instant;

/** What holds of every score, checked wherever a test scores. */
final class ScoreAssertions {

    static final ScoringProfile PROFILE = ScoringProfileFile.packaged();
    static final Instant CREATED = Instant.parse("2026-11-01T00:00:00Z");

    private ScoreAssertions() {}

    static WeightSet weights(ScoringProfile profile, CohortRates cohorts) {
        return WeightSet.initial(7, CREATED, "1.0", profile, cohorts);
    }

    static Score score(LeadFixture lead) {
        return score(lead.build(), weights(PROFILE, CohortRates.NONE));
    }

    static Score score(Lead lead, WeightSet weights) {
        Score score = new LeadScorer(weights).score(lead);
        check(score, weights);
        return score;
    }

    static void check(Score score, WeightSet weights) {
        assertThat(score.explanation().hundredths()).isEqualTo(100 * score.points());
        assertThat(score.points()).isBetween(0, 100);
        assertThat(score.priority()).isEqualTo(weights.priority(score.points()));
        int max = 0;
        for (Contribution contribution : score.explanation().contributions()) {
            max += contribution.maxHundredths();
            if (contribution.component() != null) {
                assertThat(contribution.hundredths()).isBetween(0, contribution.maxHundredths());
            } else if (!contribution.signal().equals(Rules.ROUNDING)) {
                assertThat(contribution.hundredths()).isNotPositive();
            }
        }
        assertThat(max).isEqualTo(10_000);
        assertThat(score.dueAt()).satisfiesAnyOf(due -> assertThat(due).isNull(), due -> assertThat(due)
                .isAfter(score.asOf()));
    }

    static Contribution contribution(Score score, String signal) {
        return score.explanation().contributions().stream()
                .filter(contribution -> contribution.signal().equals(signal))
                .findFirst()
                .orElseThrow();
    }
}
