package io.leadscore.ledger;

import static io.leadscore.ledger.SampleFacts.day;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerDumpIntegrationTests {

    @ParameterizedTest
    @EnumSource
    void showsEveryRow(TestLedger ledger) {
        long portal = TestLedger.newPortal();
        new AccountState(ledger.statements()).put(portal, "needle", "in the haystack", day(1));

        assertThat(LedgerDump.of(ledger.dataSource())).contains("in the haystack", String.valueOf(portal));
    }
}
