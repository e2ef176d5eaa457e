package io.leadscore.scoring;

import static io.leadscore.scoring.ScoreAssertions.CREATED;
import static io.leadscore.scoring.ScoreAssertions.PROFILE;
import static io.leadscore.scoring.ScoreAssertions.contribution;
import static io.leadscore.scoring.ScoreAssertions.score;
import static io.leadscore.scoring.ScoreAssertions.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leadscore.lead.DealContact;
import io.leadscore.lead.Lead;
import io.leadscore.lead.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomeSignalsTests {

    /** 40 of 60 deals in retail won, 0 of 40 in banking. */
    private final CohortRates cohorts = cohorts();

    @Test
    void industryWinRateIsShrunkToTheAccounts() {
        Score score = score(new LeadFixture().company("RETAIL", null).build(), weights(PROFILE, cohorts));

        // account: (40 + 20 x 0.1) / (100 + 20) = 0.35; retail: (40 + 20 x 0.35) / (60 + 20) = 0.5875
        // 0.5875^2 / (0.5875^2 + 0.35^2) = 0.738; 20 % x 35 % x 0.738 = 5.17 points
        Contribution rate = contribution(score, "cohort_win_rate");
        assertThat(rate.value()).isCloseTo(0.738, within(0.001));
        assertThat(rate.hundredths()).isEqualTo(517);
        assertThat(rate.sentence()).isEqualTo("leads like this one win 58.8 % of deals, all win 35.0 %");
        assertThat(contribution(score, "industry_performance").sentence())
                .isEqualTo("industry won 40 of 60 deals, a deal is worth more than average");
    }

    @Test
    void cohortWithoutDealsIsTheAccountsAverage() {
        Score score = score(new LeadFixture().company("TOBACCO", null).build(), weights(PROFILE, cohorts));

        assertThat(contribution(score, "cohort_win_rate").value()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void nothingKnownOfTheLeadIsNeutral() {
        Score score = score(new LeadFixture().build(), weights(PROFILE, cohorts));

        assertThat(contribution(score, "cohort_win_rate").value()).isNull();
        assertThat(contribution(score, "industry_performance").sentence()).isEqualTo("industry unknown: neutral");
    }

    @Test
    void ownDealIsTakenOutAgain() {
        CohortRates.Builder builder = new CohortRates.Builder(PROFILE, CREATED);
        LeadFixture winner = new LeadFixture().company("RETAIL", null).deal(Outcome.WON, 100, 50, 1);
        builder.add(winner.closed());

        Score score = score(winner.build(), weights(PROFILE, builder.build()));

        assertThat(contribution(score, "cohort_win_rate").value()).isNull();
    }

    @Test
    void dealClosedAfterTheCountIsNotTakenOut() {
        // the weight set was made on 2026-11-01, the deal closed on 2026-11-20
        LeadFixture lead = new LeadFixture().company("RETAIL", null).deal(Outcome.LOST, 100, 3, 0);

        Score with = score(lead.build(), weights(PROFILE, cohorts));
        Score without = score(new LeadFixture().company("RETAIL", null).build(), weights(PROFILE, cohorts));

        assertThat(contribution(with, "cohort_win_rate").value())
                .isEqualTo(contribution(without, "cohort_win_rate").value());
    }

    @Test
    void dealWithoutCloseDateByTheCountIsNeitherCountedNorTakenOut() {
        LeadFixture undated = new LeadFixture().company("RETAIL", null).undatedDeal(Outcome.WON, 100);
        LeadFixture later = new LeadFixture().company("RETAIL", null).deal(Outcome.WON, 100, 3, 1);
        LeadFixture imported = new LeadFixture().company("RETAIL", null).deal(Outcome.WON, 3, 50, 1);
        CohortRates none = new CohortRates.Builder(PROFILE, CREATED)
                .add(undated.closed())
                .add(later.closed())
                .add(imported.closed())
                .build();

        assertThat(none.total()).isEqualTo(Counts.NONE);
        assertThat(none.dimensions()).containsEntry("industry", new Dimension(20, Map.of()));
        for (LeadFixture lead : List.of(undated, later, imported)) {
            assertThat(industryOf(lead, cohorts)).startsWith("industry won 40 of 60 deals");
        }
    }

    @Test
    void sharedDealIsTakenOutOfTheCohortInWhichItWasCountedAndOfNoOther() {
        LeadFixture first = new LeadFixture().company("RETAIL", null).deal(Outcome.WON, 100, 50, 1);
        LeadFixture second = new LeadFixture().company("BANKING", null).deal(first);
        CohortRates counted = new CohortRates.Builder(PROFILE, CREATED)
                .add(first.closed())
                .add(new LeadFixture()
                        .company("BANKING", null)
                        .deal(Outcome.WON, 200, 150, 1)
                        .closed())
                .build();

        assertThat(industryOf(first, counted)).startsWith("industry won 0 of 0 deals");
        Lead other = second.build();
        DealContact by = new DealContact(first.build().contact(), first.build().company());
        Lead shared = other.countedBy(Map.of(other.deals().get(0).id(), by));
        assertThat(contribution(score(shared, weights(PROFILE, counted)), "industry_performance")
                        .sentence())
                .startsWith("industry won 1 of 1 deal");
        // without the shared deal: (1 + 20 x 0.1) / (1 + 20)
        assertThat(contribution(score(shared, weights(PROFILE, counted)), "cohort_win_rate")
                        .sentence())
                .endsWith("all win 14.3 %");
    }

    @Test
    void baseRateCountsMaturedDealsOnly() {
        CohortRates.Builder builder = new CohortRates.Builder(PROFILE, CREATED);
        builder.add(new LeadFixture().deal(Outcome.WON, 200, 150, 1).closed()); // won within 90 days
        builder.add(new LeadFixture().deal(Outcome.WON, 200, 30, 1).closed()); // won too late
        builder.add(new LeadFixture().deal(Outcome.WON, 60, 40, 1).closed()); // too young
        builder.addOpen(
                new LeadFixture().deal(Outcome.OPEN, 300, -9, 0.2).closed().deal());

        Calibration calibration = Calibration.baseRate(builder.build(), PROFILE.outcome());

        // (1 + 20 x 0.1) / (3 + 20) = 13.04 %
        assertThat(calibration.baseRate()).isCloseTo(3.0 / 23, within(1e-12));
        assertThat(calibration.resolvedDeals()).isEqualTo(3);
        assertThat(calibration.probability(at(0)).percent()).isEqualTo(13.0);
        assertThat(calibration.probability(at(0)).enoughData()).isFalse();
        assertThat(calibration.probability(at(1))).isEqualTo(calibration.probability(at(0)));
    }

    @Test
    void baseRateIsMarkedAsSuchHoweverManyDealsAreClosed() {
        Score few = score(new LeadFixture().build(), weights(PROFILE, closed(30, 169)));
        Score many = score(new LeadFixture().build(), weights(PROFILE, closed(30, 170)));

        assertThat(few.probability().enoughData()).isFalse();
        assertThat(few.reasons())
                .endsWith("Close probability: base rate only, not enough data (199 of 200 closed deals).");
        assertThat(many.probability().enoughData()).isFalse();
        assertThat(many.reasons())
                .endsWith("Close probability: base rate only, not calibrated yet (200 closed deals).");
    }

    @Test
    void learntCalibrationIsNotMarkedButTellsItsInterval() {
        CloseProbability learnt = LEARNT.probability(at(0.5));

        assertThat(score(new LeadFixture()).explanation().reasons(learnt))
                .endsWith("Close probability: 50.0 %, plausible from 45.1 to 54.9 %.");
    }

    @Test
    void learntCalibrationIsLogisticInTheScore() {
        // 1 / (1 + e^2) = 11.9 %, 1 / (1 + 1) = 50 %, 1 / (1 + e^-2) = 88.1 %
        assertThat(LEARNT.probability(at(0)).percent()).isEqualTo(11.9);
        assertThat(LEARNT.probability(at(0.5)).percent()).isEqualTo(50.0);
        assertThat(LEARNT.probability(at(1)).percent()).isEqualTo(88.1);
    }

    @Test
    void enoughDataNeedsBothOutcomes() {
        assertThat(Calibration.isEnough(30, 170)).isTrue();
        assertThat(Calibration.isEnough(30, 169)).isFalse();
        assertThat(Calibration.isEnough(29, 400)).isFalse();
    }

    private static String industryOf(LeadFixture lead, CohortRates counted) {
        return contribution(score(lead.build(), weights(PROFILE, counted)), "industry_performance")
                .sentence();
    }

    private static CohortRates closed(int won, int lost) {
        CohortRates.Builder builder = new CohortRates.Builder(PROFILE, CREATED);
        for (int i = 0; i < won + lost; i++) {
            builder.add(new LeadFixture()
                    .deal(i < won ? Outcome.WON : Outcome.LOST, 200, 150, 0)
                    .closed());
        }
        return builder.build();
    }

    private static CohortRates cohorts() {
        CohortRates.Builder builder = new CohortRates.Builder(PROFILE, CREATED);
        for (int i = 0; i < 100; i++) {
            builder.add(new LeadFixture()
                    .company(i < 60 ? "RETAIL" : "BANKING", null)
                    .deal(i < 40 ? Outcome.WON : Outcome.LOST, 200, 150, 0)
                    .closed());
        }
        return builder.build();
    }

    /** Variance of the intercept 0.01: a margin of 0.196 in log odds. */
    private static final Calibration LEARNT = new Calibration(
            0.2,
            500,
            100,
            true,
            90,
            new ProbabilityCurve(
                    ProbabilityCurve.Shape.LOGISTIC,
                    -2,
                    List.of(4.0),
                    List.of(),
                    List.of(),
                    0,
                    0,
                    List.of(),
                    List.of(0.01, 0.0, 0.0, 0.0)));

    private static Prospect at(double score) {
        return new Prospect(score, List.of(score, score, score, score), DealState.OPEN, 0);
    }
}
