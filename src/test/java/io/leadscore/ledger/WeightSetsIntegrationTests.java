package io.leadscore.ledger;

import static io.leadscore.ledger.SampleFacts.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadscore.lead.Outcome;
import io.leadscore.learning.Assessment;
import io.leadscore.learning.Verdict;
import io.leadscore.scoring.ClosedDeal;
import io.leadscore.scoring.CohortRates;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.WeightSet;
import io.leadscore.settings.ScoringProfileFile;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class WeightSetsIntegrationTests {

    private final TestLedger ledger;
    private final long portal = TestLedger.newPortal();
    private final WeightSets weightSets;

    WeightSetsIntegrationTests(TestLedger ledger) {
        this.ledger = ledger;
        this.weightSets = new WeightSets(ledger.statements(), InstantSource.fixed(day(50)));
    }

    @Test
    void givesBackAWeightSetAsItWas() {
        WeightSet added = add(null);

        assertThat(added).isEqualTo(draft().withId(1));
        assertThat(weightSets.find(portal, 1)).isEqualTo(added);
        assertThat(weightSets.live(portal)).isNull();
    }

    @Test
    void hasOneLiveWeightSet() {
        add(null);
        add(null);

        promote(1);
        promote(2);

        assertThat(weightSets.live(portal)).isEqualTo(draft().withId(2));
        assertThat(weightSets.list(portal)).extracting(StoredWeightSet::live).containsExactly(false, true);
        assertThat(weightSets.list(portal))
                .extracting(StoredWeightSet::promotedAt)
                .containsExactly(day(50), day(50));
    }

    @Test
    void refusesToPromoteWhatIsNotThere() {
        assertThatThrownBy(() -> promote(7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weight set 7");
    }

    @Test
    void isUndoneWithTheTransactionOfTheCaller() {
        ledger.transactions().executeWithoutResult(status -> {
            add(null);
            new AccountState(ledger.statements()).put(portal, "a", "b", day(1));
            status.setRollbackOnly();
        });

        assertThat(weightSets.list(portal)).isEmpty();
        assertThat(new AccountState(ledger.statements()).get(portal, "a")).isNull();
    }

    @Test
    void remembersHowASetWasJudgedAndWhatHappenedToIt() {
        Assessment assessment = new Assessment(
                new Verdict(Verdict.Decision.KEEP, List.of("Not better.")),
                null,
                Map.of("won", 3L),
                List.of("a"),
                null,
                null);
        add(assessment);

        promote(1);

        assertThat(weightSets.list(portal).get(0).assessment()).isEqualTo(assessment);
        assertThat(weightSets.events(portal, 5))
                .containsExactly(
                        new WeightSetEvent(1, day(50), "promoted", "somebody", "because"),
                        new WeightSetEvent(1, day(50), "added", "nobody", "defaults"));
    }

    @Test
    void oneSetAtATimeScoresBesideTheLiveOne() {
        add(null);
        add(null);
        shadow(1, day(60));
        shadow(2, day(70));

        StoredWeightSet shadow = Objects.requireNonNull(weightSets.shadow(portal));
        assertThat(shadow.weights().id()).isEqualTo(2);
        assertThat(shadow.shadowUntil()).isEqualTo(day(70));

        promote(2);

        assertThat(weightSets.shadow(portal)).isNull();
    }

    private WeightSet add(@Nullable Assessment assessment) {
        return weightSets.add(portal, draft(), assessment, "nobody");
    }

    private void shadow(long id, Instant until) {
        ledger.transactions()
                .executeWithoutResult(status -> weightSets.beginShadow(portal, id, until, "somebody", "because"));
    }

    private void promote(long id) {
        ledger.transactions().executeWithoutResult(status -> weightSets.promote(portal, id, "somebody", "because"));
    }

    private static WeightSet draft() {
        ScoringProfile profile = ScoringProfileFile.packaged();
        CohortRates cohorts = new CohortRates.Builder(profile, day(40))
                .add(new ClosedDeal(
                        SampleFacts.deal(1, day(9), Outcome.WON),
                        SampleFacts.contact(1, day(1), "lead"),
                        SampleFacts.company(1, day(1), 50)))
                .build();
        return WeightSet.initial(0, day(40), "1.0", profile, cohorts);
    }
}
