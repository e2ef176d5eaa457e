package io.leadscore.scoring;

import static io.leadscore.scoring.ScoreAssertions.PROFILE;
import static io.leadscore.scoring.ScoreAssertions.contribution;
import static io.leadscore.scoring.ScoreAssertions.score;
import static io.leadscore.scoring.ScoreAssertions.weights;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.lead.Engagement;
import io.leadscore.lead.JobLevel;
import io.leadscore.lead.Outcome;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulesTests {

    /** A lead that scores High: all fit, three replies, two meetings. */
    static LeadFixture hot() {
        return new LeadFixture()
                .company("COMPUTER_SOFTWARE", 100L)
                .country("DE")
                .source("REFERRALS")
                .stage("opportunity")
                .level(JobLevel.C_LEVEL)
                .sent(3)
                .reply(2.9)
                .sent(2)
                .reply(1.9)
                .meeting(1, "COMPLETED")
                .meeting(0.1, "COMPLETED")
                .call(0.2, Engagement.Direction.OUTGOING, "COMPLETED")
                .call(4, Engagement.Direction.OUTGOING, "COMPLETED")
                .sent(5);
    }

    @Test
    void hotLeadIsHighAndToBeFollowedUp() {
        Score score = score(hot());

        assertThat(score.priority()).isEqualTo(Priority.HIGH);
        assertThat(score.fit()).isEqualTo(Priority.HIGH);
        assertThat(score.action()).isEqualTo(NextBestAction.FOLLOW_UP);
        assertThat(score.modelVersion()).isEqualTo("1.0-w7");
    }

    @Test
    void lateOpenDealIsToBeClosed() {
        assertThat(score(hot().deal(Outcome.OPEN, 20, -10, 0.6)).action()).isEqualTo(NextBestAction.CLOSE);
        assertThat(score(hot().deal(Outcome.OPEN, 20, -10, 0.59)).action()).isEqualTo(NextBestAction.FOLLOW_UP);
    }

    @Test
    void coldLeadIsNurturedUntilItDoesSomething() {
        assertThat(score(new LeadFixture()).action()).isEqualTo(NextBestAction.NURTURE);
        assertThat(score(new LeadFixture().form(1)).action()).isEqualTo(NextBestAction.FOLLOW_UP);
        assertThat(score(new LeadFixture().form(7)).action()).isEqualTo(NextBestAction.NURTURE);
    }

    @Test
    void customersLeaveTheQueue() {
        for (LeadFixture customer : new LeadFixture[] {hot().stage("customer"), hot().deal(Outcome.WON, 50, 20, 1)}) {
            Score score = score(customer);

            assertThat(score.points()).isEqualTo(20);
            assertThat(score.action()).isEqualTo(NextBestAction.NURTURE);
            assertThat(contribution(score, Rules.OUT_OF_QUEUE).hundredths()).isNegative();
            assertThat(contribution(score, Rules.OUT_OF_QUEUE).sentence())
                    .isEqualTo("already a customer: out of the queue, at most 20 points");
        }
    }

    @Test
    void customersComeBackWithANewDeal() {
        LeadFixture bought = hot().stage("customer").deal(Outcome.WON, 200, 150, 1);

        assertThat(score(bought.deal(Outcome.OPEN, 10, -9, 0.2)).points()).isGreaterThan(20);
        // One that was open already when the other was won is what is left of that sale.
        assertThat(score(hot().deal(Outcome.WON, 90, 20, 1).deal(Outcome.OPEN, 60, -9, 0.2))
                        .points())
                .isEqualTo(20);
    }

    @Test
    void unqualifiedLeadsLeaveTheQueue() {
        assertThat(score(hot().status("UNQUALIFIED")).points()).isEqualTo(20);
    }

    @Test
    void ceilingNeverRaises() {
        Score score = score(new LeadFixture()
                .stage("customer")
                .company("RESTAURANTS", 3L)
                .country("JP")
                .source("OFFLINE")
                .level(JobLevel.TRAINEE));

        assertThat(contribution(score, Rules.OUT_OF_QUEUE).hundredths()).isNotPositive();
        assertThat(score.points()).isLessThanOrEqualTo(20);
    }

    @Test
    void lostLeadComesBackWithItsNextAction() {
        assertThat(score(hot().deal(Outcome.LOST, 30, 0, 0)).points()).isEqualTo(20);
        assertThat(score(hot().deal(Outcome.LOST, 30, 1.5, 0)).points()).isGreaterThan(20);
        assertThat(score(hot().deal(Outcome.LOST, 30, 0, 0).deal(Outcome.OPEN, 1, -9, 0.1))
                        .points())
                .isGreaterThan(20);
    }

    @Test
    void lostLeadComesBackAfterTheTimeAndIsDueThen() {
        LeadFixture lost = new LeadFixture()
                .company("COMPUTER_SOFTWARE", 100L)
                .country("DE")
                .source("REFERRALS")
                .deal(Outcome.LOST, 200, 60, 0);
        Score score = score(lost);

        // lost on 2026-09-24; 90 days later it is 2026-12-23
        assertThat(score.points()).isEqualTo(20);
        assertThat(score.dueAt()).isEqualTo(Instant.parse("2026-12-23T00:00:00Z"));
        Score back = score(lost.at(Instant.parse("2026-12-23T00:00:00Z")), weights(PROFILE, CohortRates.NONE));
        assertThat(back.points()).isGreaterThan(20);
    }

    @Test
    void opensAloneNeverMakeHigh() {
        WeightSet weights = weights(opensOnly(), CohortRates.NONE);
        LeadFixture opener = new LeadFixture().source("REFERRALS").stage("opportunity");
        for (int i = 0; i < 6; i++) {
            opener.sent(0, 2, 0, null);
        }

        Score score = score(opener.build(), weights);

        assertThat(score.points()).isEqualTo(79);
        assertThat(contribution(score, Rules.ONLY_OPENS).hundredths()).isNegative();
        assertThat(score(opener.reply(1).build(), weights).priority()).isEqualTo(Priority.HIGH);
    }

    /** A profile in which opens are everything. */
    private static ScoringProfile opensOnly() {
        Map<String, SignalSettings> signals = new LinkedHashMap<>(PROFILE.signals());
        for (String key : new String[] {"email_replies", "meetings", "calls", "total_engagement"}) {
            SignalSettings old = Check.present(PROFILE.signals().get(key), key);
            signals.put(key, new SignalSettings(0, old.neutral(), old.cap(), old.halfLife()));
        }
        SignalSettings opens = PROFILE.signal(BuiltIn.EMAIL_OPENS);
        signals.put("email_opens", new SignalSettings(100, opens.neutral(), opens.cap(), opens.halfLife()));
        return new ScoringProfile(
                new ComponentWeights(0, 100, 0, 0),
                PROFILE.thresholds(),
                PROFILE.timeStep(),
                PROFILE.machineWindow(),
                PROFILE.idealClient(),
                signals,
                PROFILE.queue(),
                PROFILE.nextBestAction(),
                PROFILE.outcome(),
                PROFILE.customSignals(),
                PROFILE.aiRules());
    }
}
