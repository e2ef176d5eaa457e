package io.leadscore.scoring;

import static io.leadscore.scoring.ScoreAssertions.CREATED;
import static io.leadscore.scoring.ScoreAssertions.PROFILE;
import static io.leadscore.scoring.ScoreAssertions.contribution;
import static io.leadscore.scoring.ScoreAssertions.score;
import static io.leadscore.scoring.ScoreAssertions.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leadscore.lead.Outcome;
import io.leadscore.lead.TrackRecord;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** An earlier buyer is not an unknown. */
class OwnDealsTests {

    private static final CohortScheme LEARNT = CohortScheme.dividing(CohortScheme.ownDeals());

    @Test
    void beforeAnythingIsLearntAWonDealSpeaksForTheLeadAndALostOneAgainstIt() {
        WeightSet weights = weights(PROFILE, alike(CohortScheme.DEFAULT, 40, 100));

        Contribution bought = own(new LeadFixture().deal(Outcome.WON, 300, 200, 1), weights);
        Contribution lost = own(new LeadFixture().deal(Outcome.LOST, 300, 200, 0), weights);
        Contribution none = own(new LeadFixture(), weights);

        // account without the own deal: (39 + 20 x 0.1) / (99 + 20) = 0.345; own: (1 + 2 x 0.345) / 3 = 0.563
        assertThat(bought.value()).isCloseTo(0.728, within(0.001));
        assertThat(bought.sentence()).isEqualTo("won 1 of 1 deal of its own");
        // account: (40 + 2) / (99 + 20) = 0.353; own: 2 x 0.353 / 3 = 0.235
        assertThat(lost.value()).isCloseTo(0.308, within(0.001));
        assertThat(none.value()).isNull();
        assertThat(none.sentence()).isEqualTo("no deal of its own closed yet: neutral");
    }

    @Test
    void evenInAnAccountWithoutOtherDeals() {
        WeightSet weights = weights(PROFILE, CohortRates.NONE);

        assertThat(own(new LeadFixture().deal(Outcome.WON, 300, 200, 1), weights)
                        .value())
                .isGreaterThan(0.9);
    }

    @Test
    void onceLearntOwnDealsAreWorthWhatTheyWereWorthToOthers() {
        CohortRates.Builder builder = new CohortRates.Builder(PROFILE, LEARNT, CREATED);
        add(builder, new TrackRecord(1, 0, LeadFixture.daysAgo(400)), 30, 40);
        add(builder, new TrackRecord(0, 1, LeadFixture.daysAgo(210)), 30, 40);
        add(builder, TrackRecord.NONE, 60, 200);
        WeightSet weights = weights(PROFILE, builder.build());

        Score buyer = score(
                new LeadFixture()
                        .deal(Outcome.WON, 300, 295, 1)
                        .deal(Outcome.OPEN, 2, -9, 0.1)
                        .build(),
                weights);
        Score loser = score(
                new LeadFixture()
                        .deal(Outcome.LOST, 300, 20, 0)
                        .deal(Outcome.OPEN, 2, -9, 0.1)
                        .build(),
                weights);

        // The lead's own deal was not counted, for it was closed without a record of its own before.
        assertThat(contribution(buyer, "own_deals").sentence())
                .isEqualTo("won 1 of 1 deal of its own: deals alike won 30 of 40");
        assertThat(contribution(buyer, "own_deals").value()).isGreaterThan(0.6);
        assertThat(contribution(loser, "own_deals").sentence())
                .isEqualTo("won 0 of 1 deal of its own: deals alike won 30 of 40");
        assertThat(contribution(buyer, "last_deal").sentence())
                .isEqualTo("last deal of its own closed on 2026-02-01: deals alike won 30 of 40");
        assertThat(contribution(loser, "last_deal").sentence())
                .isEqualTo("last deal of its own closed on 2026-11-03: deals alike won 30 of 40");
        assertThat(own(new LeadFixture(), weights).sentence())
                .isEqualTo("no deal of its own closed yet: deals alike won 60 of 200");
    }

    @Test
    void aDealOfTheLeadsOwnIsNoEvidenceForIt() {
        LeadFixture lead = new LeadFixture().deal(Outcome.WON, 300, 200, 1).deal(Outcome.WON, 100, 50, 1);
        CohortRates.Builder builder = new CohortRates.Builder(PROFILE, LEARNT, CREATED);
        add(builder, new TrackRecord(1, 0, LeadFixture.daysAgo(200)), 10, 20);
        lead.build()
                .deals()
                .forEach(deal -> builder.add(new ClosedDeal(
                        deal,
                        lead.contactFacts(),
                        null,
                        TrackRecord.before(deal, lead.build().deals()))));

        Score score = score(
                new LeadFixture().deal(lead).deal(Outcome.LOST, 20, 19, 0).build(), weights(PROFILE, builder.build()));

        // Two of three are won, as of others' after one won deal: of these, 10 of 20, the lead's own second is none.
        assertThat(contribution(score, "own_deals").sentence()).startsWith("won 2 of 3 deals of its own");
        assertThat(contribution(score, "own_deals").sentence()).endsWith("deals alike won 10 of 20");
    }

    @Test
    void passingTimeMovesTheLeadIntoAnotherCohortAndItIsDueThen() {
        CohortRates.Builder builder = new CohortRates.Builder(PROFILE, LEARNT, CREATED);
        add(builder, new TrackRecord(1, 0, LeadFixture.daysAgo(210)), 100, 100);
        add(builder, new TrackRecord(1, 0, LeadFixture.daysAgo(500)), 0, 100);
        WeightSet weights = weights(withLastDealAlone(), builder.build());
        LeadFixture lead = new LeadFixture().deal(Outcome.WON, 300, 28, 1).deal(Outcome.OPEN, 2, -9, 0.1);

        Score now = score(lead.build(), weights);
        Score later = score(lead.at(Objects.requireNonNull(now.dueAt())), weights);

        assertThat(later.points()).isLessThan(now.points());
    }

    private static ScoringProfile withLastDealAlone() {
        Map<String, SignalSettings> signals = new LinkedHashMap<>(PROFILE.signals());
        signals.replaceAll((name, settings) ->
                BuiltIn.valueOf(name.toUpperCase(Locale.ROOT)).component() == Component.OUTCOME
                        ? new SignalSettings(name.equals("last_deal") ? 100 : 0, 0.5, null, null)
                        : settings);
        return new ScoringProfile(
                PROFILE.weights(),
                PROFILE.thresholds(),
                PROFILE.timeStep(),
                PROFILE.machineWindow(),
                PROFILE.idealClient(),
                signals,
                PROFILE.queue(),
                PROFILE.nextBestAction(),
                PROFILE.outcome(),
                PROFILE.customSignals(),
                PROFILE.ai());
    }

    private static Contribution own(LeadFixture lead, WeightSet weights) {
        return contribution(score(lead.build(), weights), "own_deals");
    }

    /** Deals that were made 200 days ago by contacts with such a record. */
    private static void add(CohortRates.Builder builder, TrackRecord before, int won, int deals) {
        for (int i = 0; i < deals; i++) {
            ClosedDeal closed = new LeadFixture()
                    .deal(i < won ? Outcome.WON : Outcome.LOST, 200, 150, 0)
                    .closed();
            builder.add(new ClosedDeal(closed.deal(), closed.contact(), closed.company(), before));
        }
    }

    private static CohortRates alike(CohortScheme scheme, int won, int deals) {
        CohortRates.Builder builder = new CohortRates.Builder(PROFILE, scheme, CREATED);
        add(builder, TrackRecord.NONE, won, deals);
        return builder.build();
    }
}
