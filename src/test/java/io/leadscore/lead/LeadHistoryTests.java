package io.leadscore.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was known at an instant, and what cannot get in. */
class LeadHistoryTests {

    private static final Instant OPENED = Instant.parse("2026-03-10T12:00:00Z");
    private static final Instant BEFORE = OPENED.minus(Duration.ofDays(3));
    private static final Instant AFTER = OPENED.plus(Duration.ofDays(20));
    private static final StaticFacts STATICS = StaticFacts.of(StaticFacts.KNOWN);

    @Test
    void nothingWrittenByTheOutcomeGetsIn() {
        LeadHistory clean = history(contact(null, null, "2"), List.of(reply(1, BEFORE)), List.of());
        LeadHistory told = history(
                contact("customer", "WON_DEAL", "2"),
                List.of(
                        reply(1, BEFORE),
                        reply(2, AFTER),
                        new Engagement.Note(3, AFTER, AFTER, BEFORE),
                        new Engagement.Call(4, AFTER, AFTER, AFTER, null, "COMPLETED", null, Duration.ofMinutes(9))),
                List.of(new StageChange(AFTER, "customer")));

        assertThat(told.asOf(OPENED, deal(Outcome.WON), STATICS))
                .isEqualTo(clean.asOf(OPENED, deal(Outcome.LOST), STATICS));
    }

    @Test
    void ofTheDealOnlyThatItWasOpenIsKnown() {
        Lead lead = history(contact(null, null, "2"), List.of(), List.of()).asOf(OPENED, deal(Outcome.WON), STATICS);

        DealFacts open = lead.deals().get(0);
        assertThat(open.outcome()).isEqualTo(Outcome.OPEN);
        assertThat(open.amount()).isNull();
        assertThat(open.closedAt()).isNull();
        assertThat(open.stage()).isNull();
        assertThat(open.ownerId()).isNull();
        assertThat(open.custom()).containsEntry("region", "north");
    }

    @Test
    void ofOtherDealsThoseThatWereClosedByThenAreKnown() {
        DealFacts earlier = other(3, BEFORE.minusSeconds(99), BEFORE, Outcome.WON);
        DealFacts sister = other(4, BEFORE, AFTER, Outcome.LOST);
        DealFacts open = other(5, BEFORE, BEFORE, Outcome.OPEN);
        LeadHistory clean = history(contact(null, null, "2"), List.of(), List.of());
        LeadHistory history = new LeadHistory(
                clean.contact(),
                clean.company(),
                List.of(),
                List.of(),
                List.of(deal(Outcome.WON), sister, earlier, open));

        assertThat(history.asOf(OPENED, deal(Outcome.WON), STATICS).deals())
                .extracting(DealFacts::id, DealFacts::outcome)
                .containsExactly(tuple(3L, Outcome.WON), tuple(9L, Outcome.OPEN));
        assertThat(history.asOf(AFTER.plusSeconds(1), deal(Outcome.WON), STATICS)
                        .deals())
                .extracting(DealFacts::id, DealFacts::outcome)
                .containsExactly(tuple(3L, Outcome.WON), tuple(4L, Outcome.LOST), tuple(9L, Outcome.OPEN));
    }

    @Test
    void lifecycleStageIsThatOfItsHistory() {
        LeadHistory history = history(
                contact("customer", null, "2"),
                List.of(),
                List.of(
                        new StageChange(AFTER, "customer"),
                        new StageChange(BEFORE, "opportunity"),
                        new StageChange(BEFORE.minusSeconds(9), "lead")));

        assertThat(history.asOf(OPENED, deal(Outcome.WON), STATICS).contact().lifecycleStage())
                .isEqualTo("opportunity");
        assertThat(history.asOf(BEFORE.minusSeconds(5), deal(Outcome.WON), STATICS)
                        .contact()
                        .lifecycleStage())
                .isEqualTo("lead");
    }

    @Test
    void factsWithoutHistoryMustBeListed() {
        LeadHistory history = history(contact(null, null, "2"), List.of(), List.of());

        Lead listed = history.asOf(OPENED, deal(Outcome.WON), StaticFacts.of(List.of("industry", "custom:plan")));

        CompanyFacts company = Objects.requireNonNull(listed.company());
        assertThat(company.industry()).isEqualTo("INTERNET");
        assertThat(company.employees()).isNull();
        assertThat(listed.contact().source()).isNull();
        assertThat(listed.contact().custom()).containsOnlyKeys("plan");
        assertThat(listed.deals().get(0).custom()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StaticFacts.of(List.of("horoscope")))
                .withMessageContaining("horoscope");
    }

    @Test
    void whatGrowsLaterCountsOnlyWhereNothingChangedSince() {
        Engagement.Email sent = new Engagement.Email(
                1, BEFORE, BEFORE.plusSeconds(60), BEFORE, Engagement.Direction.OUTGOING, "SENT", 2, 1, 1, null);
        Engagement.Email openedLater =
                new Engagement.Email(1, BEFORE, AFTER, BEFORE, Engagement.Direction.OUTGOING, "SENT", 2, 1, 1, null);

        assertThat(LeadHistory.asOf(sent, OPENED)).isEqualTo(sent);
        assertThat(LeadHistory.asOf(openedLater, OPENED))
                .isEqualTo(new Engagement.Email(
                        1, BEFORE, AFTER, BEFORE, Engagement.Direction.OUTGOING, "SENT", 0, 0, 0, null));
        assertThat(LeadHistory.asOf(new Engagement.Task(2, BEFORE, AFTER, BEFORE, "COMPLETED"), OPENED))
                .isEqualTo(new Engagement.Task(2, BEFORE, AFTER, BEFORE, null));
    }

    @Test
    void aMeetingToComeIsPlannedWhateverBecameOfIt() {
        Engagement.Meeting held = new Engagement.Meeting(1, BEFORE, AFTER, AFTER, AFTER, null, "COMPLETED");

        assertThat(LeadHistory.asOf(held, OPENED))
                .isEqualTo(new Engagement.Meeting(1, BEFORE, AFTER, AFTER, AFTER, null, "SCHEDULED"));
        assertThat(LeadHistory.asOf(held, AFTER)).isEqualTo(held);
    }

    @Test
    void contactsOfOneCompanyBelongTogether() {
        LeadHistory withCompany = history(contact(null, null, "2"), List.of(), List.of());

        assertThat(withCompany.group()).isEqualTo(70);
        assertThat(new LeadHistory(withCompany.contact(), null, List.of(), List.of()).group())
                .isEqualTo(-7);
    }

    private static LeadHistory history(ContactFacts contact, List<Engagement> engagements, List<StageChange> stages) {
        CompanyFacts company =
                new CompanyFacts(70, BEFORE, AFTER, "INTERNET", 40L, 1e6, "DE", "customer", Map.of("tier", "A"));
        return new LeadHistory(contact, company, new ArrayList<>(engagements), stages);
    }

    private static ContactFacts contact(@Nullable String stage, @Nullable String status, String seats) {
        return new ContactFacts(
                7,
                BEFORE,
                AFTER,
                stage,
                status,
                "REFERRALS",
                "DE",
                JobLevel.DIRECTOR,
                Department.SALES,
                stage == null ? null : 5L,
                stage != null,
                stage == null ? EmailActivity.NONE : new EmailActivity(9, 9, 9, AFTER, AFTER, AFTER, AFTER),
                stage == null ? 0 : 3,
                null,
                stage == null ? null : AFTER,
                LinkSummary.NONE,
                List.of(),
                Map.of("plan", "pro", "seats", seats));
    }

    private static DealFacts deal(Outcome outcome) {
        boolean won = outcome == Outcome.WON;
        return new DealFacts(
                9,
                OPENED,
                AFTER,
                won ? 900.0 : 1.0,
                AFTER,
                "default",
                won ? "closedwon" : "closedlost",
                won ? 1.0 : 0.0,
                outcome,
                won ? 3L : 4L,
                Map.of("region", "north"));
    }

    private static DealFacts other(long id, Instant created, Instant closed, Outcome outcome) {
        return new DealFacts(id, created, closed, null, closed, "default", null, null, outcome, null, Map.of());
    }

    private static Engagement reply(long id, Instant at) {
        return new Engagement.Email(id, at, at, at, Engagement.Direction.INCOMING, "SENT", 0, 0, 0, null);
    }
}
