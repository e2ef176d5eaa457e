package io.leadscore.scoring;

import static io.leadscore.scoring.ScoreAssertions.CREATED;
import static io.leadscore.scoring.ScoreAssertions.PROFILE;
import static io.leadscore.scoring.ScoreAssertions.contribution;
import static io.leadscore.scoring.ScoreAssertions.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.leadscore.lead.Lead;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Facts that are worth what their cohorts add to the odds. */
class EffectsTests {

    private static final Effects INDUSTRIES = new Effects(Map.of("MACHINERY", 1.6, "BANKING", -0.8), 0.4);

    @Test
    void aCohortIsWorthWhatItAddsToTheOdds() {
        WeightSet weights = byIndustries();

        assertThat(industry("MACHINERY", weights).value()).isCloseTo(0.7, within(1e-9));
        assertThat(industry("BANKING", weights).value()).isCloseTo(0.4, within(1e-9));
        assertThat(Effects.value(100)).isEqualTo(1);
        assertThat(Effects.value(-100)).isZero();
    }

    @Test
    void whoeverIsInNoKnownCohortHasTheProfilesWord() {
        WeightSet weights = byIndustries();

        // 1.0 fits by 0.5 more than the middle: 0.4 x 0.5 = 0.2 of 8
        assertThat(industry("COMPUTER_SOFTWARE", weights).value()).isCloseTo(0.525, within(1e-9));
        assertThat(industry("RESTAURANTS", weights).value()).isCloseTo(0.485, within(1e-9));
        Contribution unknown = industry(null, weights);
        assertThat(unknown.value()).isNull();
        assertThat(unknown.sentence()).isEqualTo("industry unknown: neutral");
        assertThat(unknown.hundredths()).isEqualTo(unknown.maxHundredths() / 2);
    }

    @Test
    void effectsStayWhenDealsAreCountedAnew() {
        CohortRates rates = byIndustries().cohorts();

        CohortScheme scheme = CohortScheme.of(rates);
        CohortRates anew = new CohortRates.Builder(PROFILE, scheme, CREATED).build();

        assertThat(scheme.effects()).containsExactlyEntriesOf(Map.of(CohortKeys.INDUSTRY, INDUSTRIES));
        assertThat(CohortScheme.of(anew).effects()).isEqualTo(scheme.effects());
    }

    @Test
    void readsForLearningAsItScores() {
        WeightSet weights = byIndustries();
        SignalReader reader = new SignalReader(weights, FitInsights.NONE);
        Lead lead = lead("MACHINERY");

        SignalReader.Reading read = reader.read(lead);

        assertThat(read.values()).containsExactly(reader.values(lead));
        int industry = List.copyOf(SignalReader.dimensions(PROFILE).keySet()).indexOf("industry");
        assertThat(read.cohorts().get(industry)).containsExactly("MACHINERY");
        assertThat(read.declared()[industry]).isEqualTo(0.5);
    }

    @Test
    void aWordOfLessThanNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Effects(Map.of(), -1))
                .withMessage("declared must be 0 or more, not -1.0");
    }

    private static WeightSet byIndustries() {
        CohortScheme divided = CohortScheme.dividing(Map.of(CohortKeys.INDUSTRY, List.of()));
        return weights(
                PROFILE,
                new CohortRates.Builder(PROFILE, divided, CREATED)
                        .build()
                        .withEffects(Map.of(CohortKeys.INDUSTRY, INDUSTRIES)));
    }

    private static Contribution industry(@Nullable String industry, WeightSet weights) {
        return contribution(ScoreAssertions.score(lead(industry), weights), "industry");
    }

    private static Lead lead(@Nullable String industry) {
        return new LeadFixture().company(industry, null).build();
    }
}
