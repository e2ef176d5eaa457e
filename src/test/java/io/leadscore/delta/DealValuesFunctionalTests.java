package io.leadscore.delta;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.hubspot.DealStages;
import io.leadscore.lead.DealFacts;
import io.leadscore.lead.Outcome;
import io.leadscore.ledger.Mirror;
import io.leadscore.sandbox.FaultKind;
import io.leadscore.sandbox.RecordType;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What HubSpot holds of deals: amounts in several currencies, dates that were never kept, stages that change. */
class DealValuesFunctionalTests extends DeltaJobFixture {

    private static final int CEILING = 20;
    private static final String PIPELINES = "GET /crm/pipelines/*/deals";

    @Test
    void comparesAmountsInTheHomeCurrency() {
        crm.setExchangeRate("USD", "0.9");
        crm.setExchangeRate("JPY", "0.006");
        for (int i = 0; i < 15; i++) {
            wonDeal("COMPUTER_SOFTWARE", "5000", "USD");
            wonDeal("INTERNET", "750000", "JPY");
        }
        long dollars = contact();
        company(Map.of("industry", "COMPUTER_SOFTWARE"), List.of(dollars));
        long yen = contact();
        company(Map.of("industry", "INTERNET"), List.of(yen));

        run();

        assertThat(hundredths(yen, "industry_performance")).isEqualTo(hundredths(dollars, "industry_performance"));
        assertThat(hundredths(yen, "cohort_deal_size")).isEqualTo(hundredths(dollars, "cohort_deal_size"));
    }

    @Test
    void takesAnAmountOfAnotherCurrencyWithoutARateForUnknown() {
        long deal = deal(contact());
        crm.update(RecordType.DEALS, deal, Map.of("deal_currency_code", "JPY"));
        long own = deal(contact());
        crm.update(RecordType.DEALS, own, Map.of("deal_currency_code", "EUR"));
        crm.archiveProperty(RecordType.DEALS, "amount_in_home_currency");

        run();

        assertThat(mirrored(deal).amount()).isNull();
        assertThat(mirrored(own).amount()).isEqualTo(1_000);
    }

    @Test
    void letsALeadBackNinetyDaysAfterItsDealWasLostWhateverItsCloseDate() {
        long lead = contact();
        oldDeal(lead, Map.of("dealstage", "closedlost", "closedate", "2031-06-30T00:00:00Z"));

        run();
        assertThat(points(lead)).isLessThanOrEqualTo(CEILING);

        clock.advance(Duration.ofDays(89));
        run();
        assertThat(points(lead)).isLessThanOrEqualTo(CEILING);

        clock.advance(Duration.ofDays(2));
        run();
        assertThat(points(lead)).isGreaterThan(CEILING);
    }

    @Test
    void countsFromTheFirstSightOfALossWhenHubSpotDoesNotTell() {
        crm.archiveProperty(RecordType.DEALS, "hs_v2_date_entered_current_stage");
        long lead = contact();
        long deal = oldDeal(lead, Map.of("dealstage", "closedlost", "closedate", "2031-06-30T00:00:00Z"));
        run();
        clock.advance(Duration.ofDays(60));
        crm.update(RecordType.DEALS, deal, Map.of("amount", "2000"));
        run();
        assertThat(points(lead)).isLessThanOrEqualTo(CEILING);

        clock.advance(Duration.ofDays(31));
        run();

        assertThat(points(lead)).isGreaterThan(CEILING);
    }

    @Test
    void takesAPlannedCloseDateThatPassedForNoLossOfThatDay() {
        crm.archiveProperty(RecordType.DEALS, "hs_v2_date_entered_current_stage");
        long lead = contact();
        long deal = oldDeal(lead, Map.of("dealstage", "qualifiedtobuy", "closedate", "2026-03-01T00:00:00Z"));
        run();
        clock.advance(Duration.ofDays(1));
        crm.update(RecordType.DEALS, deal, Map.of("dealstage", "closedlost"));

        run();

        assertThat(points(lead)).isLessThanOrEqualTo(CEILING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1970-01-01", "2031-06-30T00:00:00Z", "9999-12-31"})
    void countsAClosedDealWhateverItsCloseDate(String closeDate) {
        long deal = oldDeal(contact(), Map.of("dealstage", "closedwon", "closedate", closeDate));

        run();

        assertThat(mirrored(deal).closedAt())
                .isEqualTo(mirrored(deal).settledAt())
                .isBefore(clock.instant());
    }

    @Test
    void noLongerTakesACustomerForOneOnceAStageIsWonNoMore() {
        crm.defineDealStage("trial", true, "1.0");
        long lead = contact();
        long deal = oldDeal(lead, Map.of("dealstage", "trial"));
        run();
        assertThat(points(lead)).isLessThanOrEqualTo(CEILING);

        clock.advance(Duration.ofMinutes(5));
        crm.defineDealStage("trial", false, "0.5");
        crm.update(RecordType.DEALS, deal, Map.of("dealname", "corrected"));
        run();

        assertThat(points(lead)).isGreaterThan(CEILING);
        assertThat(mirrored(deal).outcome()).isEqualTo(Outcome.OPEN);
    }

    @Test
    void readsDealsThatDidNotChangeAnewOnceTheirStageMeansSomethingElse() {
        crm.defineDealStage("trial", true, "1.0");
        long lead = contact();
        long untouched = oldDeal(lead, Map.of("dealstage", "trial"));
        long other = deal(contact());
        run();

        clock.advance(Duration.ofMinutes(20));
        crm.defineDealStage("trial", false, "0.5");
        crm.update(RecordType.DEALS, other, Map.of("amount", "2"));
        run();

        assertThat(points(lead)).isGreaterThan(CEILING);
        assertThat(mirrored(untouched).outcome()).isEqualTo(Outcome.OPEN);
        assertThat(mirrored(untouched).settledAt()).isNull();
        Map<Long, Map<String, String>> before = scores();
        clock.advance(Duration.ofMinutes(5));
        run();
        assertThat(changedSince(before)).isEmpty();
    }

    @Test
    void readsStagesAfterADayThoughNoDealChanged() {
        crm.defineDealStage("trial", true, "1.0");
        long lead = contact();
        oldDeal(lead, Map.of("dealstage", "trial"));
        run();
        crm.defineDealStage("trial", false, "0.5");

        clock.advance(Duration.ofHours(25));
        run();

        assertThat(points(lead)).isGreaterThan(CEILING);
    }

    @Test
    void readsStagesOnlyAfterADealChanged() {
        long deal = deal(contact());
        run();
        clock.advance(Duration.ofMinutes(5));
        long before = sandbox.traffic().count(PIPELINES);
        run();
        assertThat(sandbox.traffic().count(PIPELINES)).isEqualTo(before);

        clock.advance(Duration.ofMinutes(5));
        crm.update(RecordType.DEALS, deal, Map.of("amount", "2"));
        run();
        run();

        assertThat(sandbox.traffic().count(PIPELINES)).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void keepsWhatStagesMeanThoughNoneAreShown(int times) {
        crm.defineDealStage("trial", false, "0.35");
        long deal = oldDeal(contact(), Map.of("dealstage", "trial"));
        run();
        clock.advance(Duration.ofMinutes(5));
        crm.update(RecordType.DEALS, deal, Map.of("amount", "2"));
        sandbox.faults().add(FaultKind.NOTHING, PIPELINES, times);

        RunOutcome outcome = run();

        assertThat(mirrored(deal).stageProbability()).isEqualTo(0.35);
        assertThat(mirrored(deal).amount()).isEqualTo(2);
        assertThat(outcome.report().details().containsKey("deal stages")).isEqualTo(times > 1);
    }

    @Test
    void forgetsAStageThatStaysAwayAndThatNoDealIsIn() {
        long deal = oldDeal(contact(), Map.of("dealstage", "qualifiedtobuy"));
        run();
        crm.update(RecordType.DEALS, deal, Map.of("amount", "2"));
        sandbox.faults().add(FaultKind.NOTHING, PIPELINES, 2);

        clock.advance(Duration.ofMinutes(5));
        run();

        assertThat(leadscore().door(DealStages.class).kept()).containsOnlyKeys("qualifiedtobuy");
    }

    private long oldDeal(long contact, Map<String, String> properties) {
        Map<String, String> values = new HashMap<>(Map.of(
                "amount",
                "1000",
                "pipeline",
                "default",
                "createdate",
                clock.instant().minus(Duration.ofDays(300)).toString()));
        values.putAll(properties);
        long deal = crm.create(RecordType.DEALS, values);
        crm.associate(RecordType.DEALS, deal, RecordType.CONTACTS, contact);
        return deal;
    }

    private void wonDeal(String industry, String amount, String currency) {
        long buyer = contact();
        company(Map.of("industry", industry), List.of(buyer));
        oldDeal(
                buyer,
                Map.of(
                        "amount",
                        amount,
                        "deal_currency_code",
                        currency,
                        "dealstage",
                        "closedwon",
                        "closedate",
                        clock.instant().minus(Duration.ofDays(100)).toString()));
    }

    private DealFacts mirrored(long deal) {
        DealFacts[] found = new DealFacts[1];
        leadscore().door(Mirror.class).forEachDeal(portal, facts -> {
            if (facts.id() == deal) {
                found[0] = facts;
            }
        });
        return found[0];
    }
}
