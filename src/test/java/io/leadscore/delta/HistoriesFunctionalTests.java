package io.leadscore.delta;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.hubspot.ApiVersions;
import io.leadscore.lead.DealHistory;
import io.leadscore.lead.Lead;
import io.leadscore.lead.ObjectType;
import io.leadscore.lead.StaticFacts;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.PrimaryContact;
import io.leadscore.sandbox.FaultKind;
import io.leadscore.sandbox.PropertyDefinition;
import io.leadscore.sandbox.RecordType;
import io.leadscore.scoring.Component;
import io.leadscore.scoring.CustomSignal;
import io.leadscore.scoring.ScoringProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Since when closed deals, their contacts and companies have had the properties that the profile declares. */
class HistoriesFunctionalTests extends DeltaJobFixture {

    private static final String READ = "POST /crm/objects/*/*/batch/read";
    private static final ScoringProfile PROFILE = Profiles.withSignals(
            List.of(seats(ObjectType.CONTACTS), seats(ObjectType.COMPANIES), seats(ObjectType.DEALS)));

    private final Instant made = clock.instant();

    @BeforeEach
    void declare() {
        for (RecordType type : List.of(RecordType.CONTACTS, RecordType.COMPANIES, RecordType.DEALS)) {
            crm.define(type, PropertyDefinition.custom("seats", "number", List.of()));
        }
        restartWith(PROFILE);
    }

    @Test
    void trainingSeesNothingBeforeItWasFilledIn() {
        long contact = contact();
        long company = company(Map.of(), List.of(contact));
        long deal = deal(contact);
        crm.update(RecordType.CONTACTS, contact, Map.of("seats", "5"));
        clock.advance(Duration.ofDays(10));
        crm.update(RecordType.COMPANIES, company, Map.of("seats", "9"));
        crm.update(RecordType.DEALS, deal, Map.of("seats", "7", "dealstage", "closedwon"));

        RunOutcome first = run();
        int calls = sandbox.traffic().count(READ);
        run();

        assertThat(first.report().counts()).containsEntry("property histories read", 3L);
        assertThat(calls).isEqualTo(3);
        assertThat(sandbox.traffic().count(READ)).isEqualTo(3);
        assertThat(seats(history(), made.plus(Duration.ofDays(5)))).containsExactly("5", null, null);
        assertThat(seats(history(), made.plus(Duration.ofDays(11)))).containsExactly("5", "9", "7");
    }

    @Test
    void onlyClosedDealsThatHoldSomethingAreAskedFor() {
        crm.update(RecordType.DEALS, deal(contact()), Map.of("seats", "7"));
        close(deal(contact()));

        run();

        assertThat(sandbox.traffic().count(READ)).isZero();
    }

    @Test
    void aRunMakesNoMoreCallsForItThanItMay() {
        for (int i = 0; i < 60; i++) {
            long deal = deal(contact());
            crm.update(RecordType.DEALS, deal, Map.of("seats", "7"));
            close(deal);
        }
        restartWith(1);

        assertThat(run().report().counts()).containsEntry("property histories read", 50L);
        assertThat(run().report().counts()).containsEntry("property histories read", 10L);
        assertThat(run().report().counts()).doesNotContainKey("property histories read");
    }

    @Test
    void aProfileThatDeclaresMoreAsksAgain() {
        long deal = deal(contact());
        crm.define(RecordType.DEALS, PropertyDefinition.custom("sites", "number", List.of()));
        crm.update(RecordType.DEALS, deal, Map.of("seats", "7", "sites", "2"));
        close(deal);
        run();

        restartWith(
                Profiles.withSignals(List.of(signal("seats", ObjectType.DEALS), signal("sites", ObjectType.DEALS))));

        assertThat(run().report().counts()).containsEntry("property histories read", 1L);
        assertThat(history().lead().firstFilled().deals().get(deal)).containsOnlyKeys("seats", "sites");
    }

    @Test
    void whereHubSpotRefusesTheRunGoesOnAndTheNextOneAsks() {
        long deal = deal(contact());
        crm.update(RecordType.DEALS, deal, Map.of("seats", "7"));
        close(deal);
        sandbox.faults().add(FaultKind.FORBIDDEN, "POST /crm/objects/*/deals/batch/read", 1);

        RunOutcome refused = run();
        RunOutcome next = run();

        assertThat(refused.isDone()).isTrue();
        assertThat(refused.report().details()).containsKey("property histories");
        assertThat(next.report().counts()).containsEntry("property histories read", 1L);
    }

    private void close(long deal) {
        crm.update(RecordType.DEALS, deal, Map.of("dealstage", "closedwon"));
    }

    private DealHistory history() {
        List<DealHistory> histories = new ArrayList<>();
        leadscore()
                .door(Mirror.class)
                .outcomes(portal, PrimaryContact.LOWEST_ID, PROFILE.outcome(), clock.instant())
                .forEachHistory(histories::add);
        assertThat(histories).hasSize(1);
        return histories.get(0);
    }

    /** What contact, company and deal held then. */
    private static List<String> seats(DealHistory history, Instant asOf) {
        Lead lead = history.lead().asOf(asOf, history.deal(), StaticFacts.of(List.of(StaticFacts.CUSTOM)));
        List<String> seats = new ArrayList<>();
        seats.add(lead.contact().custom().get("seats"));
        seats.add(Objects.requireNonNull(lead.company()).custom().get("seats"));
        seats.add(lead.deals().get(0).custom().get("seats"));
        return seats;
    }

    private void restartWith(int historyCalls) {
        leadscore().close();
        restart(LeadscoreProcess.start(
                home,
                sandbox,
                clock,
                PROFILE,
                LeadscoreProcess.noAi(),
                ApiVersions.all(ApiVersions.CURRENT),
                LeadscoreProcess.settings(WhenOverwritten.LEAVE, historyCalls)));
    }

    private static CustomSignal seats(ObjectType type) {
        return signal("seats", type);
    }

    private static CustomSignal signal(String property, ObjectType type) {
        return new CustomSignal(
                property + "_of_" + type.apiName(),
                type,
                property,
                Component.FIT,
                CustomSignal.Kind.NUMBER,
                30,
                null,
                null,
                true,
                null,
                null,
                null);
    }
}
