package io.leadscore.ledger;

import static io.leadscore.ledger.SampleFacts.bareContact;
import static io.leadscore.ledger.SampleFacts.contact;
import static io.leadscore.ledger.SampleFacts.day;
import static io.leadscore.ledger.SampleFacts.deal;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.lead.DealFacts;
import io.leadscore.lead.DealHistory;
import io.leadscore.lead.Facts;
import io.leadscore.lead.Link;
import io.leadscore.lead.ObjectType;
import io.leadscore.lead.Outcome;
import io.leadscore.lead.StageChange;
import io.leadscore.lead.TrackRecord;
import io.leadscore.learning.DealSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class MirroredDealsIntegrationTests {

    private final long portal = TestLedger.newPortal();
    private final Mirror mirror;
    private final Links links;

    MirroredDealsIntegrationTests(TestLedger ledger) {
        this.mirror = new Mirror(ledger.statements());
        this.links = new Links(ledger.statements());
    }

    @Test
    void givesEachDealWithItsContactsWholeHistory() {
        mirror.upsert(portal, List.of(contact(1, day(1), "lead")));
        mirror.upsert(portal, List.of(contact(1, day(5), "opportunity")));
        mirror.upsert(portal, List.of(deal(7, day(2), Outcome.WON), deal(8, day(2), Outcome.OPEN)));
        link(1, 7, 8);

        List<DealHistory> histories = new ArrayList<>();
        mirror.deals(portal, PrimaryContact.LOWEST_ID).forEachHistory(histories::add);

        assertThat(histories).extracting(one -> one.deal().id()).containsExactly(7L, 8L);
        assertThat(histories.get(0).lead().stages())
                .containsExactlyInAnyOrder(new StageChange(day(1), "lead"), new StageChange(day(5), "opportunity"));
    }

    @Test
    void leavesOutDealsWithoutALiveContact() {
        mirror.upsert(portal, List.of(bareContact(1, day(1))));
        mirror.upsert(portal, List.of(deal(7, day(2), Outcome.WON), deal(8, day(2), Outcome.WON)));
        link(1, 7);
        mirror.markGone(portal, List.of(1L), day(9));

        List<DealHistory> histories = new ArrayList<>();
        mirror.deals(portal, PrimaryContact.LOWEST_ID).forEachHistory(histories::add);

        assertThat(histories).isEmpty();
    }

    @Test
    void anotherContactSpeaksWhereThatIsAskedFor() {
        mirror.upsert(
                portal,
                List.of(
                        bareContact(1, day(3), day(9)),
                        bareContact(2, day(1), day(9)),
                        bareContact(3, day(5), day(9))));
        mirror.upsert(portal, List.of(deal(7, day(4), Outcome.WON)));
        link(1, 7);
        link(2, 7);
        link(3, 7);

        assertThat(speaker(PrimaryContact.LOWEST_ID)).isEqualTo(1);
        assertThat(speaker(PrimaryContact.FIRST_CREATED)).isEqualTo(2);
        assertThat(speaker(PrimaryContact.LAST_CREATED)).isEqualTo(3);
    }

    @Test
    void countsContactsWithoutAnOpenDealAsTheyWere() {
        List<Facts> contacts = new ArrayList<>();
        for (int id = 1; id <= 4; id++) {
            contacts.add(bareContact(id, day(1)));
        }
        mirror.upsert(portal, contacts);
        Facts lost = deal(7, day(1), Outcome.LOST);
        mirror.upsert(portal, List.of(lost, deal(8, day(1), Outcome.OPEN)));
        link(1, 7);
        link(2, 8);

        DealSource.WithoutDeal then = withoutDeal(day(300));

        // 3 and 4 never had a deal, 1 has a lost one only, 2 an open one.
        assertThat(never(then)).isEqualTo(new DealSource.Cases(2, 0));
        assertThat(then.closed()).isEqualTo(new DealSource.Cases(1, 0));
    }

    @Test
    void givesEachDealWithWhatWasClosedBeforeIt() {
        mirror.upsert(portal, List.of(bareContact(1, day(1))));
        mirror.upsert(
                portal,
                List.of(
                        dated(7, day(-400), day(-300), Outcome.WON),
                        dated(8, day(-100), day(-50), Outcome.LOST),
                        dated(9, day(-10), day(2), Outcome.OPEN)));
        link(1, 7, 8, 9);
        DealSource deals = mirror.deals(portal, PrimaryContact.LOWEST_ID);

        Map<Long, TrackRecord> records = new TreeMap<>();
        deals.forEachClosed(closed -> records.put(closed.deal().id(), closed.before()));
        Map<Long, List<Long>> known = new TreeMap<>();
        deals.forEachHistory(history -> known.put(
                history.deal().id(),
                history.lead().deals().stream().map(DealFacts::id).sorted().toList()));

        assertThat(records).containsEntry(7L, TrackRecord.NONE).containsEntry(8L, new TrackRecord(1, 0, day(-300)));
        assertThat(known.get(9L)).containsExactly(7L, 8L);
    }

    private static DealFacts dated(long id, Instant created, Instant closed, Outcome outcome) {
        return new DealFacts(id, created, closed, null, closed, "default", null, null, outcome, null, Map.of());
    }

    @Test
    void countsContactsByTheirAgeThenAndByWhatBecameOfThem() {
        mirror.upsert(
                portal,
                List.of(
                        bareContact(1, day(100), day(100)),
                        bareContact(2, day(100), day(100)),
                        bareContact(3, day(193), day(193)),
                        bareContact(4, day(194), day(194)),
                        bareContact(5, day(201), day(201)),
                        bareContact(6, day(1), day(1)),
                        bareContact(7, day(1), day(1))));
        mirror.markGone(portal, List.of(7L), day(150));
        mirror.upsert(
                portal,
                List.of(
                        dated(11, day(210), day(289), Outcome.WON),
                        dated(12, day(210), day(291), Outcome.WON),
                        dated(13, day(150), day(199), Outcome.LOST),
                        dated(14, day(220), day(230), Outcome.WON),
                        dated(15, day(150), day(201), Outcome.LOST)));
        link(1, 11, 14);
        link(2, 12);
        link(4, 13, 11);
        link(6, 15);

        DealSource.WithoutDeal then = withoutDeal(day(200));

        // 1 was won within 90 days, 2 a day later; 3 was seven days old; 4 had lost a deal; 5 came later, 6 had an open
        // deal.
        assertThat(then.neverByAge())
                .containsExactly(
                        DealSource.Cases.NONE,
                        new DealSource.Cases(1, 0),
                        DealSource.Cases.NONE,
                        new DealSource.Cases(2, 1),
                        DealSource.Cases.NONE,
                        DealSource.Cases.NONE,
                        DealSource.Cases.NONE);
        assertThat(then.closed()).isEqualTo(new DealSource.Cases(1, 1));
    }

    @Test
    void countsContactsAtSeveralInstantsTogether() {
        mirror.upsert(
                portal, List.of(bareContact(1, day(1)), bareContact(2, day(1)), bareContact(3, day(250), day(250))));
        mirror.upsert(portal, List.of(dated(7, day(240), day(260), Outcome.WON)));
        link(1, 7);

        DealSource.WithoutDeal then = withoutDeal(day(200), day(255), day(300));

        // At first 1 and 2, then 2 and 3 beside the open deal of 1, at last 2 and 3 beside the buyer 1.
        assertThat(never(then)).isEqualTo(new DealSource.Cases(6, 1));
        assertThat(then.closed()).isEqualTo(new DealSource.Cases(1, 0));
    }

    private DealSource.WithoutDeal withoutDeal(Instant... instants) {
        return mirror.deals(portal, PrimaryContact.LOWEST_ID).withoutDeal(List.of(instants), Duration.ofDays(90));
    }

    private static DealSource.Cases never(DealSource.WithoutDeal then) {
        return then.neverByAge().stream().reduce(DealSource.Cases.NONE, DealSource.Cases::plus);
    }

    private long speaker(PrimaryContact choice) {
        List<DealHistory> histories = new ArrayList<>();
        mirror.deals(portal, choice).forEachHistory(histories::add);
        return histories.get(0).lead().contact().id();
    }

    private void link(long contactId, long... dealIds) {
        links.replaceOfContacts(
                portal,
                ObjectType.DEALS,
                Map.of(
                        contactId,
                        Arrays.stream(dealIds)
                                .mapToObj(id -> new Link(id, false))
                                .toList()));
    }
}
