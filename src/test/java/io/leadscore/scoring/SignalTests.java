package io.leadscore.scoring;

import static io.leadscore.scoring.ScoreAssertions.contribution;
import static io.leadscore.scoring.ScoreAssertions.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leadscore.lead.EmailActivity;
import io.leadscore.lead.Engagement;
import io.leadscore.lead.JobLevel;
import io.leadscore.lead.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Each built-in signal alone, under the packaged profile. Points are component weight x share x value. */
class SignalTests {

    @Test
    void industryOfTheIdealClientGivesAllItsPoints() {
        Contribution industry = contribution(score(new LeadFixture().company("COMPUTER_SOFTWARE", null)), "industry");

        // 30 % x 20 % x 1.0 = 6 points; neutral is half of it
        assertThat(industry)
                .isEqualTo(new Contribution(
                        "industry", Component.FIT, 1.0, 600, 600, 300, "industry COMPUTER_SOFTWARE fits fully"));
    }

    @Test
    void unknownIndustryIsNeutralAndSaidToBeUnknown() {
        Contribution industry = contribution(score(new LeadFixture()), "industry");

        assertThat(industry.value()).isNull();
        assertThat(industry.hundredths()).isEqualTo(300);
        assertThat(industry.sentence()).isEqualTo("industry unknown: neutral");
    }

    @Test
    void companySizeCountsByBand() {
        // 30 % x 16 % x 0.7 = 3.36 points
        Contribution size = contribution(score(new LeadFixture().company(null, 11L)), "company_size");

        assertThat(size.hundredths()).isEqualTo(336);
        assertThat(size.sentence()).isEqualTo("company size 11-50 employees fits well");
    }

    @Test
    void otherCountriesAreNotListed() {
        // 30 % x 12 % x 0.4 = 1.44 points
        Contribution location = contribution(score(new LeadFixture().country("JP")), "location");

        assertThat(location.hundredths()).isEqualTo(144);
        assertThat(location.sentence()).isEqualTo("country JP, not listed, fits partly");
    }

    @Test
    void sourceStageAndSeniorityCountByTheirLists() {
        Score score = score(new LeadFixture()
                .source("REFERRALS")
                .stage("salesqualifiedlead")
                .level(JobLevel.TRAINEE));

        // 30 % x 12 % x 1.0, 30 % x 8 % x 0.9, 30 % x 12 % x 0.1
        assertThat(contribution(score, "source").hundredths()).isEqualTo(360);
        assertThat(contribution(score, "lifecycle_stage").hundredths()).isEqualTo(216);
        assertThat(contribution(score, "seniority").hundredths()).isEqualTo(36);
    }

    @Test
    void repliesHalveWithTheirHalfLife() {
        Contribution replies = contribution(score(new LeadFixture().reply(0).reply(45)), "email_replies");

        // (1 + 1/2) of 2 = 0.75; 30 % x 30 % x 0.75 = 6.75 points
        assertThat(replies.value()).isEqualTo(0.75);
        assertThat(replies.hundredths()).isEqualTo(675);
        assertThat(replies.sentence()).isEqualTo("replied to 2 e-mails, last on 2026-11-23");
    }

    @Test
    void moreThanTheCapGivesNoMore() {
        Contribution replies =
                contribution(score(new LeadFixture().reply(0).reply(0).reply(0)), "email_replies");

        assertThat(replies.hundredths()).isEqualTo(900);
    }

    @Test
    void opensWithinSecondsOfDeliveryCountNothing() {
        Contribution opens = contribution(
                score(new LeadFixture()
                        .sent(0, 3, 2, new Engagement.FirstSeen(Duration.ofSeconds(10), 3, 2))
                        .sent(0, 1, 0, new Engagement.FirstSeen(Duration.ofSeconds(11), 1, 0))),
                "email_opens");

        // one of 3: 30 % x 10 % / 3 = 1 point
        assertThat(opens.hundredths()).isEqualTo(100);
        assertThat(opens.sentence())
                .isEqualTo("opened or clicked 1 e-mail, last on 2026-11-23 (3 machine opens not counted)");
    }

    @Test
    void aPersonWhoOpensAfterTheScannerCounts() {
        Contribution opens = contribution(
                score(new LeadFixture().sent(0, 4, 0, new Engagement.FirstSeen(Duration.ofSeconds(2), 3, 0))),
                "email_opens");

        assertThat(opens.hundredths()).isEqualTo(100);
    }

    @Test
    void marketingOpensRightAfterSendingCountNothing() {
        EmailActivity machine = new EmailActivity(
                4, 0, 0, LeadFixture.daysAgo(1), LeadFixture.daysAgo(1).plusSeconds(3), null, null);

        Contribution opens = contribution(score(new LeadFixture().marketing(machine)), "email_opens");

        assertThat(opens.hundredths()).isZero();
        assertThat(opens.sentence()).isEqualTo("no open or click recorded (4 machine opens not counted)");
    }

    @Test
    void onlyMeetingsThatTookPlaceCount() {
        Contribution meetings = contribution(
                score(new LeadFixture()
                        .meeting(60, "COMPLETED")
                        .meeting(1, "NO_SHOW")
                        .meeting(1, "CANCELED")
                        .meeting(-1, "SCHEDULED")),
                "meetings");

        // one of 1, one half-life old: 0.5; 30 % x 30 % x 0.5 = 4.5 points
        assertThat(meetings.hundredths()).isEqualTo(450);
        assertThat(meetings.sentence()).isEqualTo("attended 1 meeting, last on 2026-09-24, 1 no-show");
    }

    @Test
    void onlyCompletedCallsCount() {
        Contribution calls = contribution(
                score(new LeadFixture()
                        .call(0, Engagement.Direction.OUTGOING, "COMPLETED")
                        .call(0, Engagement.Direction.OUTGOING, "NO_ANSWER")),
                "calls");

        // one of 1: 30 % x 15 % = 4.5 points
        assertThat(calls.hundredths()).isEqualTo(450);
    }

    @Test
    void whatTheTeamDidAloneIsNoEngagement() {
        Contribution total = contribution(
                score(new LeadFixture()
                        .sent(0)
                        .note(0)
                        .message(0)
                        .task(0, "NOT_STARTED")
                        .task(0, "COMPLETED")
                        .call(0, Engagement.Direction.OUTGOING, "NO_ANSWER")),
                "total_engagement");

        // the message alone, one of 5: 30 % x 15 % / 5 = 0.9 points
        assertThat(total.hundredths()).isEqualTo(90);
        assertThat(total.sentence()).isEqualTo("in all 1 engagement, last on 2026-11-23");
    }

    @Test
    void whatTheTeamTriesInVainSpeaksAgainstALeadUntilItDoesSomething() {
        LeadFixture lead =
                new LeadFixture().sent(40).reply(35).sent(30).call(0, Engagement.Direction.OUTGOING, "NO_ANSWER");

        Contribution tried = contribution(score(lead), "unanswered");

        // one new and one half-life old, of 5: 1 - 1.5 / 5
        assertThat(tried.value()).isCloseTo(0.7, within(1e-9));
        assertThat(tried.sentence()).isEqualTo("2 attempts of the team's unanswered, the last on 2026-11-23");
        assertThat(contribution(score(lead.form(0)), "unanswered").value()).isEqualTo(1.0);
        assertThat(contribution(score(new LeadFixture()), "unanswered").sentence())
                .isEqualTo("no attempt of the team's is unanswered");
    }

    @Test
    void anEmailThatWasClickedInOrAnsweredIsNoAttempt() {
        Score score = score(new LeadFixture().sent(1, 1, 1, null));

        assertThat(contribution(score, "unanswered").value()).isEqualTo(1.0);
        assertThat(contribution(score, "total_engagement").sentence()).startsWith("in all 1 engagement");
        assertThat(contribution(score(new LeadFixture().sent(1, 5, 0, null)), "total_engagement")
                        .hundredths())
                .isZero();
    }

    @Test
    void lastEngagementIsTheLeadsOwn() {
        Contribution own = contribution(score(new LeadFixture().reply(21).sent(0)), "last_engagement");
        Contribution none = contribution(score(new LeadFixture().sent(0)), "last_engagement");

        // one half-life old: 20 % x 50 % x 0.5 = 5 points
        assertThat(own.hundredths()).isEqualTo(500);
        assertThat(own.sentence()).isEqualTo("last engagement on 2026-11-02");
        assertThat(none.hundredths()).isZero();
    }

    @Test
    void frequencyCountsDaysNotEvents() {
        Contribution frequency = contribution(
                score(new LeadFixture().sent(0).reply(0).reply(0).reply(30).sent(60)), "activity_frequency");

        // today and one half-life ago: 1.5 of 5 = 0.3; 20 % x 30 % x 0.3 = 1.8 points
        assertThat(frequency.hundredths()).isEqualTo(180);
        assertThat(frequency.sentence()).isEqualTo("activity on 2 days, last on 2026-11-23");
    }

    @Test
    void responseTimeIsTheMedianFromOurMailToTheirs() {
        Contribution response = contribution(score(new LeadFixture().sent(10).reply(8)), "response_time");

        // two days are the half-life: 20 % x 20 % x 0.5 = 2 points
        assertThat(response.hundredths()).isEqualTo(200);
        assertThat(response.sentence()).isEqualTo("answers within 3 days (1 answer)");
    }

    @Test
    void responseTimeIsUnknownWithoutAnAnswer() {
        Contribution response = contribution(score(new LeadFixture().sent(10)), "response_time");

        assertThat(response.value()).isNull();
        assertThat(response.hundredths()).isEqualTo(80);
        assertThat(response.sentence()).isEqualTo("response time unknown: neutral");
    }

    @Test
    void outcomeIsNeutralWithoutClosedDeals() {
        Score score = score(new LeadFixture().company("RETAIL", 20L).deal(Outcome.OPEN, 5, -30, 0.2));

        assertThat(contribution(score, "cohort_win_rate").value()).isNull();
        assertThat(contribution(score, "cohort_win_rate").hundredths()).isEqualTo(350);
        assertThat(contribution(score, "industry_performance").sentence())
                .isEqualTo("industry performance unknown, no deal closed yet: neutral");
    }

    @Test
    void salesActivityThatIsAnOpenCountsNothing() {
        EmailActivity opened = new EmailActivity(1, 0, 0, LeadFixture.daysAgo(3), LeadFixture.daysAgo(1), null, null);

        assertThat(contribution(score(new LeadFixture().marketing(opened).salesActivity(1)), "last_engagement")
                        .hundredths())
                .isZero();
        assertThat(contribution(score(new LeadFixture().marketing(opened).salesActivity(0)), "last_engagement")
                        .hundredths())
                .isEqualTo(1000);
    }
}
