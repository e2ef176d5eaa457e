package io.leadscore.delta;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.ledger.Mirror;
import io.leadscore.sandbox.RecordType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an account takes for success. */
class OutcomeFunctionalTests extends DeltaJobFixture {

    @Test
    void theFirstSyncSaysWhatTheDataSupports() {
        List<Long> contacts = contacts(3);
        Instant customerAt = clock.instant();
        crm.update(
                RecordType.CONTACTS,
                contacts.get(0),
                Map.of("lifecyclestage", "customer", "hs_lifecyclestage_customer_date", customerAt.toString()));

        RunOutcome first = run();
        contacts(1);
        RunOutcome second = run();

        assertThat(first.report().details().get("outcome"))
                .isEqualTo("Of deals: 0 won, 0 lost (deal-won: not enough yet); contacts: 1 of 3 became customers by"
                        + " lifecycle stage, of 1 it is known when (lifecycle-customer: not enough yet), 1 of them"
                        + " without a won deal (either: not enough yet). outcome.means: deal-won goes with that.");
        assertThat(second.report().details()).doesNotContainKey("outcome");
        assertThat(leadscore()
                        .door(Mirror.class)
                        .leads(portal, contacts.subList(0, 1), clock.instant())
                        .get(0)
                        .contact()
                        .customerAt())
                .isEqualTo(customerAt);
    }
}
