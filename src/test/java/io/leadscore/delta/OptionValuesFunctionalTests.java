package io.leadscore.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadscore.lead.ObjectType;
import io.leadscore.ledger.LedgerDump;
import io.leadscore.sandbox.FaultKind;
import io.leadscore.sandbox.PropertyDefinition;
import io.leadscore.sandbox.RecordType;
import io.leadscore.scoring.Component;
import io.leadscore.scoring.CustomSignal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Enumerations, flags, numbers and dates as accounts really hold them. Twins differ in one thing. */
class OptionValuesFunctionalTests extends DeltaJobFixture {

    private static final String PROPERTIES = "GET /crm/properties/*/companies";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Software (SaaS)",
                "Sant\u00e9 & M\u00e9dico-social",
                "R&D, Bau + Garten",
                "0815",
                "Handel/E-Commerce; Versand",
                "\u8edf\u9ad4"
            })
    void scoresAnyOptionThatTheProfileLists(String industry) {
        List<Long> twins = contacts(3);
        company(Map.of("industry", industry), List.of(twins.get(0)));
        company(Map.of("industry", "COMPUTER_SOFTWARE"), List.of(twins.get(1)));
        company(Map.of("industry", "ANOTHER (NEW)"), List.of(twins.get(2)));
        restartWith(Profiles.withIndustries(Map.of(industry, 1.0, "COMPUTER_SOFTWARE", 1.0)));

        run();

        assertThat(hundredths(twins.get(0), "industry"))
                .isEqualTo(hundredths(twins.get(1), "industry"))
                .isGreaterThan(hundredths(twins.get(2), "industry"));
        assertThat(sentence(twins.get(0), "industry")).contains(industry);
        assertThat(sentence(twins.get(2), "industry")).startsWith("industry is an unlisted value");
    }

    @Test
    void countsCohortsOfUnlistedOptions() {
        for (int i = 0; i < 15; i++) {
            closedDeal("GOOD (NEW)", "closedwon");
            closedDeal("BAD (NEW)", "closedlost");
        }
        List<Long> twins = contacts(2);
        company(Map.of("industry", "GOOD (NEW)"), List.of(twins.get(0)));
        company(Map.of("industry", "BAD (NEW)"), List.of(twins.get(1)));

        run();

        assertThat(hundredths(twins.get(0), "cohort_win_rate"))
                .isGreaterThan(hundredths(twins.get(1), "cohort_win_rate"));
    }

    @Test
    void keepsAnUnlistedOptionOnlyAsAPseudonym() {
        define("advisor", "enumeration", List.of("Team A"));
        define("seats", "number", List.of());
        restartWith(Profiles.withSignals(List.of(
                signal("advisor", CustomSignal.Kind.CATEGORY, Map.of("Team B", 1.0), true),
                signal("seats", CustomSignal.Kind.NUMBER, null, true))));
        List<Long> contacts = contacts(3);
        crm.update(
                RecordType.CONTACTS, contacts.get(0), Map.of("advisor", "Ada Lovelace", "seats", "call 0171 234567"));
        crm.update(RecordType.CONTACTS, contacts.get(1), Map.of("advisor", "Team A", "seats", "12.50"));
        crm.update(RecordType.CONTACTS, contacts.get(2), Map.of("advisor", "Team B", "hs_lead_status", "Grace Hopper"));

        run();

        assertThat(LedgerDump.of(leadscore().door(DataSource.class)))
                .doesNotContain("Lovelace", "0171 234567", "Hopper")
                .contains("Team A", "Team B", "\"seats\":\"12.5\"");
    }

    @Test
    void readsTheOptionsAgainWhenARecordShowsANewOne() {
        long company = crm.create(RecordType.COMPANIES, Map.of("industry", "FIRST (NEW)"));
        crm.define(RecordType.COMPANIES, PropertyDefinition.custom("industry", "enumeration", List.of("FIRST (NEW)")));
        run();
        run();
        assertThat(sandbox.traffic().count(PROPERTIES)).isEqualTo(1);
        clock.advance(Duration.ofMinutes(5));
        crm.define(
                RecordType.COMPANIES,
                PropertyDefinition.custom("industry", "enumeration", List.of("FIRST (NEW)", "SECOND (NEW)")));
        crm.update(RecordType.COMPANIES, company, Map.of("industry", "SECOND (NEW)"));

        run();

        assertThat(LedgerDump.of(leadscore().door(DataSource.class))).contains("=SECOND (NEW),");
        assertThat(sandbox.traffic().count(PROPERTIES)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"true,false", "Yes,No", "1,0", "Ja,Nein", "Oui,Non", "Agreed,Refused", "opted_in,opted_out"})
    void readsAYesNoEnumerationDeclaredAsAFlag(String yes, String no) {
        define("pilot", "enumeration", List.of(yes, no));
        restartWith(Profiles.withSignals(List.of(signal("pilot", CustomSignal.Kind.FLAG, null, false))));
        List<Long> twins = contacts(3);
        crm.update(RecordType.CONTACTS, twins.get(0), Map.of("pilot", yes));
        crm.update(RecordType.CONTACTS, twins.get(1), Map.of("pilot", no));

        run();

        assertThat(points(twins.get(0))).isGreaterThan(points(twins.get(2)));
        assertThat(points(twins.get(1))).isLessThan(points(twins.get(2)));
    }

    @Test
    void knowsTheYesOfAnEnumerationThatBeginsWithNo() {
        define("pilot", "enumeration", List.of("nein", "ja"));
        restartWith(Profiles.withSignals(List.of(signal("pilot", CustomSignal.Kind.FLAG, null, false))));
        List<Long> twins = contacts(2);
        crm.update(RecordType.CONTACTS, twins.get(0), Map.of("pilot", "ja"));
        crm.update(RecordType.CONTACTS, twins.get(1), Map.of("pilot", "nein"));

        run();

        assertThat(points(twins.get(0))).isGreaterThan(points(twins.get(1)));
    }

    @Test
    void refusesAFlagOfThreeOptionsByName() {
        define("pilot", "enumeration", List.of("yes", "no", "perhaps"));
        restartWith(Profiles.withSignals(List.of(signal("pilot", CustomSignal.Kind.FLAG, null, false))));

        assertThatThrownBy(this::run)
                .isInstanceOf(AccountNotReadyException.class)
                .hasMessageContaining("pilot has 3 options");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2205-11-01", "2027-06-01", "9999-12-31"})
    void takesADateFarAheadForNoNews(String ahead) {
        define("webinar", "date", List.of());
        restartWith(Profiles.withSignals(List.of(date("webinar"))));
        List<Long> twins = contacts(3);
        crm.update(RecordType.CONTACTS, twins.get(0), Map.of("webinar", ahead));
        crm.update(RecordType.CONTACTS, twins.get(1), Map.of("webinar", "2026-10-05"));
        crm.update(RecordType.CONTACTS, twins.get(2), Map.of("webinar", "2026-11-24"));

        run();

        assertThat(points(twins.get(0))).isLessThanOrEqualTo(points(twins.get(1)));
        assertThat(points(twins.get(2))).isGreaterThan(points(twins.get(1)));
        assertThat(sentence(twins.get(0), "webinar")).contains("still ahead");
    }

    @Test
    void countsADateOnceItComes() {
        define("webinar", "date", List.of());
        restartWith(Profiles.withSignals(List.of(date("webinar"))));
        long lead = contact();
        crm.update(RecordType.CONTACTS, lead, Map.of("webinar", "2027-06-01"));
        run();
        int before = points(lead);

        clock.advance(Duration.ofDays(190));
        run();

        assertThat(points(lead)).isGreaterThan(before);
    }

    @ParameterizedTest
    @CsvSource({"NOTHING,1", "SHORT_PAGE,1", "NOTHING,1000"})
    void forgetsNoOptionOverAListThatIsEmptyOrCut(FaultKind fault, int times) {
        define("tier", "enumeration", List.of("gold", "tin"));
        define("advisor", "enumeration", List.of("Team A"));
        restartWith(Profiles.withSignals(List.of(
                signal("tier", CustomSignal.Kind.CATEGORY, Map.of("gold", 1.0), false),
                signal("advisor", CustomSignal.Kind.CATEGORY, Map.of("Team B", 1.0), true))));
        long lead = contact();
        crm.update(RecordType.CONTACTS, lead, Map.of("tier", "gold", "advisor", "Team A"));
        run();
        clock.advance(Duration.ofMinutes(5));
        crm.update(RecordType.CONTACTS, lead, Map.of("country", "DE", "hs_lead_status", "SOME (NEW)"));
        sandbox.faults().add(fault, "GET /crm/properties/*/contacts", times);

        RunOutcome outcome = run();

        assertThat(outcome.status()).isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(sentence(lead, "tier")).isEqualTo("tier is gold");
        assertThat(LedgerDump.of(leadscore().door(DataSource.class))).contains("Team A");
    }

    @ParameterizedTest
    @EnumSource(names = {"NOTHING", "SHORT_PAGE"})
    void isReadyThoughAListOfPropertiesIsCutOnce(FaultKind fault) {
        contact();
        sandbox.faults().add(fault, "GET /crm/properties/*/contacts", 1);

        assertThat(run().status()).isEqualTo(RunOutcome.Status.COMPLETED);
    }

    @Test
    void holdsTheValuesOfAPropertyThatWasArchivedAndSaysSo() {
        define("tier", "enumeration", List.of("gold", "tin"));
        restartWith(Profiles.withContactCategory("tier", "tier", Map.of("gold", 1.0, "tin", 0.0)));
        List<Long> leads = contacts(2);
        leads.forEach(lead -> crm.update(RecordType.CONTACTS, lead, Map.of("tier", "gold")));
        assertThat(run().status()).isEqualTo(RunOutcome.Status.COMPLETED);
        Map<Long, Map<String, String>> before = scores();
        clock.advance(Duration.ofMinutes(5));

        crm.archiveProperty(RecordType.CONTACTS, "tier");
        crm.update(RecordType.CONTACTS, leads.get(0), Map.of("country", "DE"));
        RunOutcome gone = run();

        assertThat(gone.status()).isEqualTo(RunOutcome.Status.COMPLETED_NEEDS_PERSON);
        assertThat(gone.report().details()).containsKey("contacts property tier");
        assertThat(sentence(leads.get(0), "tier")).isEqualTo("tier is gold");
        assertThat(scoreOf(leads.get(1))).isEqualTo(before.get(leads.get(1)));
    }

    @Test
    void goesOnWhenAnArchivedPropertyComesBack() {
        PropertyDefinition tier = PropertyDefinition.custom("tier", "enumeration", List.of("gold", "tin"));
        crm.define(RecordType.CONTACTS, tier);
        restartWith(Profiles.withContactCategory("tier", "tier", Map.of("gold", 1.0, "tin", 0.0)));
        List<Long> leads = contacts(2);
        leads.forEach(lead -> crm.update(RecordType.CONTACTS, lead, Map.of("tier", "gold")));
        run();
        crm.archiveProperty(RecordType.CONTACTS, "tier");
        clock.advance(Duration.ofHours(25));
        assertThat(run().status()).isEqualTo(RunOutcome.Status.COMPLETED_NEEDS_PERSON);
        clock.advance(Duration.ofHours(25));
        assertThat(run().status()).isEqualTo(RunOutcome.Status.COMPLETED);
        assertThat(sentence(leads.get(0), "tier")).isEqualTo("tier is gold");

        crm.define(RecordType.CONTACTS, tier);
        clock.advance(Duration.ofMinutes(5));
        crm.update(RecordType.CONTACTS, leads.get(0), Map.of("tier", "tin"));
        run();
        run();

        assertThat(sentence(leads.get(0), "tier")).isEqualTo("tier is tin");
        assertThat(sentence(leads.get(1), "tier")).isEqualTo("tier is gold");
    }

    @Test
    void readsRecordsThoughASearchIsRefusedForAPropertyThatIsGone() {
        long company = company(Map.of("industry", "INTERNET", "numberofemployees", "250"), contacts(1));
        run();
        clock.advance(Duration.ofMinutes(5));
        crm.archiveProperty(RecordType.COMPANIES, "annualrevenue");
        crm.update(RecordType.COMPANIES, company, Map.of("numberofemployees", "9000"));
        sandbox.faults().add(FaultKind.NAMED_PROPERTY, SEARCH, 1_000);

        RunOutcome outcome = run();

        assertThat(outcome.status()).isEqualTo(RunOutcome.Status.COMPLETED_NEEDS_PERSON);
        assertThat(sandbox.traffic().countOfStatus(400)).isPositive();
        assertThat(outcome.report().counts()).containsEntry("companies changed", 1L);
        sandbox.traffic().clear();
        clock.advance(Duration.ofMinutes(5));
        run();
        assertThat(sandbox.traffic().countOfStatus(400)).isZero();
    }

    @Test
    void holdsTheValuesOfAPropertyThatBecameAnotherType() {
        define("seats", "number", List.of());
        restartWith(Profiles.withSignals(List.of(signal("seats", CustomSignal.Kind.NUMBER, null, true))));
        long lead = contact();
        crm.update(RecordType.CONTACTS, lead, Map.of("seats", "12"));
        run();
        clock.advance(Duration.ofHours(25));

        define("seats", "string", List.of());
        crm.update(RecordType.CONTACTS, lead, Map.of("seats", "about a dozen"));

        assertThat(run().status()).isEqualTo(RunOutcome.Status.COMPLETED_NEEDS_PERSON);
        assertThat(sentence(lead, "seats")).contains("seats is 12.0");
    }

    private void define(String name, String type, List<String> options) {
        crm.define(RecordType.CONTACTS, PropertyDefinition.custom(name, type, options));
    }

    private void closedDeal(String industry, String stage) {
        long buyer = contact();
        company(Map.of("industry", industry), List.of(buyer));
        long deal = crm.create(
                RecordType.DEALS,
                Map.of(
                        "amount",
                        "1000",
                        "pipeline",
                        "default",
                        "dealstage",
                        stage,
                        "closedate",
                        "2026-11-01T00:00:00Z"));
        crm.associate(RecordType.DEALS, deal, RecordType.CONTACTS, buyer);
    }

    private static CustomSignal date(String name) {
        return new CustomSignal(
                name,
                ObjectType.CONTACTS,
                name,
                Component.FIT,
                CustomSignal.Kind.DATE,
                50,
                null,
                null,
                null,
                null,
                null,
                Duration.ofDays(14));
    }

    private static CustomSignal signal(
            String name, CustomSignal.Kind kind, @Nullable Map<String, Double> values, boolean learnt) {
        return new CustomSignal(
                name, ObjectType.CONTACTS, name, Component.FIT, kind, 30, null, values, learnt, null, null, null);
    }
}
