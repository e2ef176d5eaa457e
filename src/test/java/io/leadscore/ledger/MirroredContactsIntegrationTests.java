package io.leadscore.ledger;

import static io.leadscore.ledger.SampleFacts.T0;
import static io.leadscore.ledger.SampleFacts.bareContact;
import static io.leadscore.ledger.SampleFacts.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.DealFacts;
import io.leadscore.lead.EmailActivity;
import io.leadscore.lead.Lead;
import io.leadscore.lead.Link;
import io.leadscore.lead.LinkSummary;
import io.leadscore.lead.ObjectType;
import io.leadscore.lead.Outcome;
import io.leadscore.learning.DealSource;
import io.leadscore.learning.DealSource.Cases;
import io.leadscore.learning.OutcomeEvidence;
import io.leadscore.learning.Recalibration;
import io.leadscore.learning.RecalibrationOptions;
import io.leadscore.learning.Recalibrator;
import io.leadscore.scoring.CohortRates;
import io.leadscore.scoring.FitInsights;
import io.leadscore.scoring.LeadScorer;
import io.leadscore.scoring.OutcomeKind;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.WeightSet;
import io.leadscore.settings.PackagedProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is learnt from where contacts succeed. */
@ParameterizedClass
@EnumSource
class MirroredContactsIntegrationTests {

    private final long portal = TestLedger.newPortal();
    private final Mirror mirror;
    private final Links links;

    MirroredContactsIntegrationTests(TestLedger ledger) {
        this.mirror = new Mirror(ledger.statements());
        this.links = new Links(ledger.statements());
    }

    @Test
    void contactsAreWonHoweverLateOrLostWhenTheTimeIsOver() {
        mirror.upsert(
                portal,
                List.of(
                        customer(1, day(0), day(40)),
                        customer(2, day(0), day(100)),
                        bareContact(3, day(0), day(0)),
                        bareContact(4, day(150), day(150)),
                        // Of the first it is not known when, the second was one before it was known.
                        staged(5, day(0), day(9), "customer", null),
                        customer(6, day(50), day(-300))));
        DealSource contacts = contacts(OutcomeKind.LIFECYCLE_CUSTOMER, day(200));

        List<DealFacts> told = new ArrayList<>();
        contacts.forEachClosed(closed -> told.add(closed.deal()));
        contacts.forEachOpen(told::add);

        assertThat(told)
                .extracting(DealFacts::id, DealFacts::outcome, DealFacts::closedAt)
                .containsExactly(
                        tuple(-1L, Outcome.WON, day(40)),
                        tuple(-2L, Outcome.WON, day(100)),
                        tuple(-3L, Outcome.LOST, day(90)),
                        tuple(-4L, Outcome.OPEN, null));
        List<Long> histories = new ArrayList<>();
        contacts.forEachHistory(
                history -> histories.add(history.lead().contact().id()));
        assertThat(histories).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void aStageThatAContactWasSeenToComeIntoTellsWhen() {
        mirror.upsert(
                portal, List.of(staged(1, day(0), day(1), "lead", null), staged(2, day(0), day(2), "customer", null)));
        mirror.upsert(portal, List.of(staged(1, day(0), day(30), "customer", null)));

        List<DealFacts> told = new ArrayList<>();
        contacts(OutcomeKind.LIFECYCLE_CUSTOMER, day(200)).forEachClosed(closed -> told.add(closed.deal()));

        assertThat(told).extracting(DealFacts::id, DealFacts::closedAt).containsExactly(tuple(-1L, day(30)));
    }

    @Test
    void eitherIsWhicheverComesFirst() {
        mirror.upsert(portal, List.of(customer(1, day(0), day(60)), bareContact(2, day(0), day(0))));
        mirror.upsert(
                portal,
                List.of(
                        deal(7, day(5), day(20), Outcome.WON),
                        deal(8, day(5), day(10), Outcome.LOST),
                        deal(9, day(5), day(70), Outcome.WON)));
        link(1, 7, 8);
        link(2, 9);

        List<DealFacts> told = new ArrayList<>();
        contacts(OutcomeKind.EITHER, day(200)).forEachClosed(closed -> told.add(closed.deal()));

        assertThat(told)
                .extracting(DealFacts::id, DealFacts::outcome, DealFacts::closedAt)
                .containsExactly(tuple(-1L, Outcome.WON, day(20)), tuple(-2L, Outcome.WON, day(70)));
    }

    @Test
    void countsThoseWhoHadNotSucceeded() {
        mirror.upsert(
                portal,
                List.of(
                        customer(1, day(0), day(40)),
                        customer(2, day(0), day(130)),
                        bareContact(3, day(0), day(0)),
                        bareContact(4, day(150), day(150))));

        DealSource.WithoutDeal then =
                contacts(OutcomeKind.LIFECYCLE_CUSTOMER, day(300)).withoutDeal(List.of(day(100)), Duration.ofDays(90));

        assertThat(then.neverByAge().stream().reduce(Cases.NONE, Cases::plus)).isEqualTo(new Cases(2, 1));
        assertThat(then.neverByAge().get(3)).isEqualTo(new Cases(2, 1));
        assertThat(then.closed()).isEqualTo(Cases.NONE);
    }

    @Test
    void tellsWhatTheDataSupports() {
        mirror.upsert(
                portal,
                List.of(
                        customer(1, day(0), day(40)),
                        customer(2, day(0), day(130)),
                        staged(3, day(0), day(1), "customer", null),
                        bareContact(4, day(0), day(0))));
        mirror.upsert(portal, List.of(deal(7, day(5), day(20), Outcome.WON), deal(8, day(5), day(10), Outcome.LOST)));
        link(1, 7);

        assertThat(mirror.outcomeEvidence(portal)).isEqualTo(new OutcomeEvidence(1, 1, 4, 3, 2, 1));
    }

    @Test
    void theWeeklyJobLearnsFromThem() {
        Random random = new Random(4);
        Instant now = day(800);
        List<ContactFacts> all = new ArrayList<>();
        for (int id = 1; id <= 900; id++) {
            Instant created = now.minus(Duration.ofHours(random.nextInt(24 * 700)));
            boolean good = random.nextBoolean();
            Instant customerAt = created.plus(Duration.ofHours(24 + random.nextInt(24 * 60)));
            boolean succeeds = random.nextDouble() < (good ? 0.6 : 0.1) && customerAt.isBefore(now);
            all.add(contact(id, created, created, null, good ? "REFERRALS" : "OFFLINE", succeeds ? customerAt : null));
        }
        mirror.upsert(portal, all);
        ScoringProfile profile = PackagedProfile.with(OutcomeKind.LIFECYCLE_CUSTOMER);
        DealSource source = contacts(OutcomeKind.LIFECYCLE_CUSTOMER, now);
        CohortRates.Builder cohorts = new CohortRates.Builder(profile, now);
        source.forEachClosed(cohorts::add);
        source.forEachOpen(cohorts::addOpen);
        WeightSet first = WeightSet.initial(1, now, "1.0", profile, cohorts.build());

        Recalibration result = new Recalibrator(
                        RecalibrationOptions.defaults(), first, FitInsights.NONE, now, phase -> {})
                .run(source);

        assertThat(result.assessment().notes())
                .startsWith(
                        "What is said of deals is said of contacts: each counts as a deal that was made when the contact"
                                + " became known, and success is that a contact becomes a customer.");
        WeightSet learnt = Objects.requireNonNull(result.candidate());
        assertThat(learnt.calibration().enoughData()).isTrue();
        LeadScorer scorer = new LeadScorer(learnt);
        double good = chance(scorer, now, "REFERRALS");
        double bad = chance(scorer, now, "OFFLINE");
        assertThat(good).isGreaterThan(2 * bad);
    }

    private static double chance(LeadScorer scorer, Instant now, String source) {
        ContactFacts contact = contact(5_000, now, now, null, source, null);
        return scorer.score(Lead.asOf(now, contact, null, List.of(), List.of()))
                .probability()
                .percent();
    }

    private DealSource contacts(OutcomeKind kind, Instant now) {
        return mirror.outcomes(
                portal, PrimaryContact.LOWEST_ID, PackagedProfile.with(kind).outcome(), now);
    }

    private static ContactFacts customer(long id, Instant created, Instant at) {
        return staged(id, created, at.isBefore(T0) ? created : at, "customer", at);
    }

    private static ContactFacts staged(
            long id, Instant created, Instant modified, String stage, @Nullable Instant customerAt) {
        return contact(id, created, modified, stage, null, customerAt);
    }

    private static ContactFacts contact(
            long id,
            Instant created,
            Instant modified,
            @Nullable String stage,
            @Nullable String source,
            @Nullable Instant customerAt) {
        return new ContactFacts(
                id,
                created,
                modified,
                stage,
                null,
                source,
                null,
                null,
                null,
                null,
                false,
                EmailActivity.NONE,
                0,
                null,
                null,
                LinkSummary.NONE,
                List.of(),
                Map.of(),
                customerAt);
    }

    private static DealFacts deal(long id, Instant created, Instant closed, Outcome outcome) {
        return new DealFacts(id, created, closed, null, closed, "default", null, null, outcome, null, Map.of());
    }

    private void link(long contactId, long... dealIds) {
        List<Link> all = new ArrayList<>();
        for (long id : dealIds) {
            all.add(new Link(id, false));
        }
        links.replaceOfContacts(portal, ObjectType.DEALS, Map.of(contactId, all));
    }
}
