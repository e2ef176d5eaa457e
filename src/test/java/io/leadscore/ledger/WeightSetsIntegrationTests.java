package io.leadscore.ledger;

import static io.leadscore.ledger.SampleFacts.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadscore.lead.Outcome;
import io.leadscore.scoring.ClosedDeal;
import io.leadscore.scoring.CohortRates;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.WeightSet;
import io.leadscore.settings.ScoringProfileFile;
import java.time.InstantSource;
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
        this.weightSets = new WeightSets(new Entities(ledger.dataSource()), InstantSource.fixed(day(50)));
    }

    @Test
    void givesBackAWeightSetAsItWas() {
        WeightSet added = weightSets.add(portal, draft());

        assertThat(added).isEqualTo(draft().withId(1));
        assertThat(weightSets.find(portal, 1)).isEqualTo(added);
        assertThat(weightSets.live(portal)).isNull();
    }

    @Test
    void hasOneLiveWeightSet() {
        weightSets.add(portal, draft());
        weightSets.add(portal, draft());

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
            weightSets.add(portal, draft());
            new AccountState(ledger.statements()).put(portal, "a", "b", day(1));
            status.setRollbackOnly();
        });

        assertThat(weightSets.list(portal)).isEmpty();
        assertThat(new AccountState(ledger.statements()).get(portal, "a")).isNull();
    }

    private void promote(long id) {
        ledger.transactions().executeWithoutResult(status -> weightSets.promote(portal, id));
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
