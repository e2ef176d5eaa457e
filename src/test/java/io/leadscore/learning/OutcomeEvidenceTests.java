package io.leadscore.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.scoring.OutcomeKind;
import org.junit.jupiter.api.Test;

class OutcomeEvidenceTests {

    @Test
    void proposesWhatThereIsEnoughOf() {
        assertThat(new OutcomeEvidence(0, 0, 0, 0, 0, 0).proposed()).isEqualTo(OutcomeKind.DEAL_WON);
        assertThat(new OutcomeEvidence(100, 300, 5_000, 90, 90, 0).proposed()).isEqualTo(OutcomeKind.DEAL_WON);
        assertThat(new OutcomeEvidence(5, 3, 5_000, 90, 80, 76).proposed()).isEqualTo(OutcomeKind.EITHER);
        assertThat(new OutcomeEvidence(0, 0, 5_000, 90, 80, 80).proposed()).isEqualTo(OutcomeKind.LIFECYCLE_CUSTOMER);
    }

    @Test
    void proposesEitherWhereManyBuyWithoutADeal() {
        OutcomeEvidence evidence = new OutcomeEvidence(100, 300, 5_000, 190, 180, 90);

        assertThat(evidence.proposed()).isEqualTo(OutcomeKind.EITHER);
        assertThat(evidence.sentence())
                .isEqualTo("deals: 100 won, 300 lost (deal-won: enough to learn from); contacts: 190 of 5000 became"
                        + " customers by lifecycle stage, of 180 it is known when (lifecycle-customer: enough to learn"
                        + " from), 90 of them without a won deal (either: enough to learn from)");
    }

    @Test
    void leavesAloneWhoChoseAnOutcomeThatTheDataSupports() {
        OutcomeEvidence both = new OutcomeEvidence(410, 505, 2_500, 404, 404, 0);

        assertThat(both.proposed()).isEqualTo(OutcomeKind.DEAL_WON);
        assertThat(both.goesWith(OutcomeKind.LIFECYCLE_CUSTOMER)).isTrue();
        assertThat(new OutcomeEvidence(0, 0, 5_000, 90, 80, 80).goesWith(OutcomeKind.DEAL_WON))
                .isFalse();
    }

    @Test
    void customersOfWhomItIsNotKnownWhenAreNoExamples() {
        assertThat(new OutcomeEvidence(0, 0, 5_000, 400, 10, 10).supports(OutcomeKind.LIFECYCLE_CUSTOMER))
                .isFalse();
    }
}
