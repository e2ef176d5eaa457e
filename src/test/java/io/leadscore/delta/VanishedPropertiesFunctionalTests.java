package io.leadscore.delta;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.hubspot.HubSpotException;
import io.leadscore.lead.ObjectType;
import io.leadscore.ledger.Watermarks;
import io.leadscore.sandbox.FaultKind;
import io.leadscore.sandbox.PropertyDefinition;
import io.leadscore.sandbox.RecordType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HubSpot's own properties that an admin archives: refused by name, or left out in silence. */
class VanishedPropertiesFunctionalTests extends DeltaJobFixture {

    private static final PropertyDefinition EMPLOYEES =
            PropertyDefinition.custom("numberofemployees", "number", List.of());

    private List<Long> leads = List.of();
    private long company;

    @BeforeEach
    void aLeadOfALargeCompany() {
        leads = contacts(2);
        company = company(Map.of("industry", "INTERNET", "numberofemployees", "250"), leads);
        crm.update(RecordType.CONTACTS, leads.get(0), Map.of("hs_analytics_source", "PAID_SEARCH"));
        run();
        clock.advance(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void holdsTheLastKnownValuesAndSaysSo(boolean named) {
        Map<Long, Map<String, String>> before = scores();
        crm.archiveProperty(RecordType.COMPANIES, "numberofemployees");
        crm.archiveProperty(RecordType.CONTACTS, "hs_analytics_source");
        crm.update(RecordType.COMPANIES, company, Map.of("annualrevenue", ""));
        leads.forEach(lead -> crm.update(RecordType.CONTACTS, lead, Map.of("firstname", "Grace")));
        if (named) {
            sandbox.faults().add(FaultKind.NAMED_PROPERTY, SEARCH, 1_000);
        }

        RunOutcome gone = run();
        clock.advance(Duration.ofMinutes(5));
        crm.update(RecordType.COMPANIES, company, Map.of("annualrevenue", ""));
        RunOutcome stillGone = run();

        assertThat(gone.status()).isEqualTo(RunOutcome.Status.COMPLETED_NEEDS_PERSON);
        assertThat(gone.report().details())
                .containsKeys("companies property numberofemployees", "contacts property hs_analytics_source");
        assertThat(stillGone.status()).as("said once").isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(scores()).isEqualTo(before);
    }

    @Test
    void goesOnWhenOneComesBack() {
        crm.archiveProperty(RecordType.COMPANIES, "numberofemployees");
        crm.update(RecordType.COMPANIES, company, Map.of("industry", "INTERNET", "country", "DE"));
        run();
        clock.advance(Duration.ofMinutes(5));
        crm.define(RecordType.COMPANIES, EMPLOYEES);
        crm.update(RecordType.COMPANIES, company, Map.of("numberofemployees", "3"));

        RunOutcome back = run();

        assertThat(back.status()).isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(back.report().details()).doesNotContainKey("companies property numberofemployees");
        assertThat(sentence(leads.get(0), "company_size")).contains("0-10 employees");
        clock.advance(Duration.ofMinutes(5));
        assertThat(run().status()).isEqualTo(RunOutcome.Status.COMPLETED);
    }

    @Test
    void saysNothingOfWhatTheAccountNeverHad() {
        crm.archiveProperty(RecordType.DEALS, "amount_in_home_currency");
        deal(leads.get(0));
        RunOutcome first = run();
        clock.advance(Duration.ofMinutes(5));
        deal(leads.get(1));

        RunOutcome second = run();

        assertThat(first.status()).isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(second.status()).isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(second.report().details()).doesNotContainKey("deals property amount_in_home_currency");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void failsClearlyWithoutTheOneThatTellsOfChanges(boolean named) {
        crm.archiveProperty(RecordType.CONTACTS, "lastmodifieddate");
        crm.update(RecordType.CONTACTS, leads.get(0), Map.of("country", "DE"));
        if (named) {
            sandbox.faults().add(FaultKind.NAMED_PROPERTY, SEARCH, 1_000);
        }
        var watermark = leadscore().door(Watermarks.class).get(portal, ObjectType.CONTACTS);

        RunOutcome outcome = run();

        assertThat(outcome.failure())
                .isInstanceOf(HubSpotException.Rejected.class)
                .hasMessageContaining("HubSpot has no property lastmodifieddate of contacts");
        assertThat(leadscore().door(Watermarks.class).get(portal, ObjectType.CONTACTS))
                .isEqualTo(watermark);
    }
}
